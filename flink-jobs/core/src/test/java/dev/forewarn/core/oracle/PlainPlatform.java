package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.event.OfficialClass;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the official platform has said of one entity. The classes of a later month count, of one month those recorded
 * later, and of those recorded at once the ones whose text comes later.
 */
final class PlainPlatform {

    private static final Comparator<OfficialClass> NEWER = Comparator.comparingInt(OfficialClass::month)
            .thenComparingLong(OfficialClass::recordedAtMs)
            .thenComparing(classes -> classes.labels().toString());

    private @Nullable OfficialClass newest;

    /** Whether this is news. */
    boolean learn(OfficialClass other) {
        boolean isNews = newest == null || NEWER.compare(other, newest) > 0;
        newest = isNews ? other : newest;
        return isNews;
    }

    /** The classes that domains are measured against because the platform says so. */
    Map<String, String> baselines(Catalogue catalogue) {
        return catalogue.baseline() == BaselineSource.PLATFORM && newest != null ? newest.labels() : Map.of();
    }
}
