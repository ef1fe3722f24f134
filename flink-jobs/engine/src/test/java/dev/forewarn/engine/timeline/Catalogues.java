package dev.forewarn.engine.timeline;

import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.TrialCount;
import dev.forewarn.engine.wire.VerdictEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Records of the catalogue topic. */
public final class Catalogues {

    private Catalogues() {}

    /** A bundle that is to be in force. */
    public static CatalogueRecord live(long offset, long appendedAtMs, String text) {
        return record("live", offset, appendedAtMs, text, Map.of());
    }

    public static CatalogueRecord record(
            String stage, long offset, long appendedAtMs, String text, Map<String, String> headers) {
        return new CatalogueRecord(stage, text.getBytes(StandardCharsets.UTF_8), headers, 0, offset, appendedAtMs);
    }

    /** The verdict on a bundle that would move nobody. */
    public static CatalogueRecord acceptance(long offset, long appendedAtMs, CatalogueRecord about) {
        return verdict(offset, appendedAtMs, about, 0);
    }

    /** The verdict on a bundle that would move everybody. */
    public static CatalogueRecord refusal(long offset, long appendedAtMs, CatalogueRecord about) {
        return verdict(offset, appendedAtMs, about, 100);
    }

    private static CatalogueRecord verdict(long offset, long appendedAtMs, CatalogueRecord about, long worse) {
        byte[] verdict = VerdictEncoding.tried(about, "v", new TrialCount("v1", 500, 100, worse, 0))
                .value();
        return verdict(offset, appendedAtMs, verdict);
    }

    /** A verdict as it stands on the topic. */
    public static CatalogueRecord verdict(long offset, long appendedAtMs, byte[] verdict) {
        return new CatalogueRecord(VerdictEncoding.KEY, verdict, Map.of(), 0, offset, appendedAtMs);
    }
}
