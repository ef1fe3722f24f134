package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import java.util.List;

/** A catalogue with a few things changed: a new part of catalogues is known here, and nowhere else in the oracle. */
final class Copy {

    private final Catalogue of;
    private String version;
    private List<Scheme> schemes;
    private List<AlertRule> rules;
    private BaselineSource baseline;
    private HandlingRules handling;

    Copy(Catalogue of) {
        this.of = of;
        this.version = of.version();
        this.schemes = of.schemes();
        this.rules = of.rules();
        this.baseline = of.baseline();
        this.handling = of.handling();
    }

    Copy version(String other) {
        version = other;
        return this;
    }

    Copy schemes(List<Scheme> other) {
        schemes = other;
        return this;
    }

    Copy rules(List<AlertRule> other) {
        rules = other;
        return this;
    }

    Copy baseline(BaselineSource other) {
        baseline = other;
        return this;
    }

    Copy handling(HandlingRules other) {
        handling = other;
        return this;
    }

    Catalogue made() {
        return new Catalogue(
                version,
                of.days(),
                of.measures(),
                of.readings(),
                schemes,
                rules,
                of.retained(),
                of.correctionHorizonDays(),
                of.workingDays(),
                baseline,
                handling,
                of.sources());
    }
}
