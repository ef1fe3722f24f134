package dev.forewarn.cli.history;

import dev.forewarn.core.catalogue.Catalogue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as it was published.
 *
 * @param stage {@code live} or {@code shadow}
 * @param offset on the topic of catalogues
 * @param publishedAtMs when the broker took it in, in ms since 1970
 * @param effectiveAtMs from which instant on it is in force unless it was refused, in ms since 1970
 * @param text the bundle
 * @param catalogue what it says; null if it cannot be read
 * @param remarks who, why and so on, by the names in {@link CatalogueHeaders}
 * @param refusal why the job refused it; null if it did not
 */
public record Publication(
        String stage,
        long offset,
        long publishedAtMs,
        long effectiveAtMs,
        String text,
        @Nullable Catalogue catalogue,
        Map<String, String> remarks,
        @Nullable String refusal) {

    public Publication {
        remarks = Map.copyOf(remarks);
    }

    /** Hash of the content, empty if it cannot be read. */
    public String version() {
        return catalogue == null ? "" : catalogue.version();
    }

    /** Whether it is or was in force, or will be. */
    public boolean isAccepted() {
        return catalogue != null && refusal == null;
    }
}
