package dev.forewarn.cli.backtest;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which events are visits, and which are bad. */
public final class QuestionOptions {

    @Option(
            names = "--visits",
            required = true,
            paramLabel = "CEL",
            description = "Which events are visits: \"type == 'inspection.completed'\".")
    private String visits = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "CEL",
            description = "Which events are bad outcomes: \"type == 'inspection.completed' && attr('oai') == 'true'\".")
    private String outcome = "";

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            defaultValue = "0",
            description =
                    "A visit is bad if another event that is a bad outcome follows within so many days. Default: if it"
                            + " is itself one.")
    private int within;

    @Option(
            names = "--one-per",
            paramLabel = "record|subject",
            defaultValue = "record",
            description =
                    "What makes one visit: each record, or all records of one subject, such as the products of one"
                            + " recall. Default: ${DEFAULT-VALUE}.")
    private String unit = "record";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description =
                    "The domain whose score orders the visits. Default: general if the catalogue has it, else the worst"
                            + " score of all.")
    private String domain = "";

    /** The question, about a window. */
    public Question question(Instant from, Instant to) {
        if (within < 0) {
            throw new Refusal("--within must be a number of days, at least 0; got " + within);
        }
        return new Question(
                Question.condition("--visits", visits),
                Question.condition("--outcome", outcome),
                within,
                null,
                unit(),
                from,
                to,
                domain);
    }

    /**
     * Holds the domain that was asked for to a catalogue.
     *
     * @throws Refusal if there is no scheme of it, with the domains that there are
     */
    public void requireDomain(Catalogue catalogue, Path folder) {
        if (!domain.isEmpty() && catalogue.schemeOf(domain) < 0) {
            String known =
                    catalogue.schemes().stream().map(Scheme::domain).sorted().collect(Collectors.joining(", "));
            throw new Refusal("--domain takes a domain of which the catalogue in " + folder + " has a scheme; got '"
                    + domain + "', it has " + known);
        }
    }

    Backtest.Words words() {
        return new Backtest.Words(visits, outcome);
    }

    private Question.Unit unit() {
        try {
            return Question.Unit.valueOf(unit.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--one-per must be record or subject; got " + unit);
        }
    }
}
