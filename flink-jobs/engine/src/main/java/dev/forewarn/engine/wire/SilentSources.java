package dev.forewarn.engine.wire;

import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.source.Silence;
import dev.forewarn.core.source.StaleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources that are silent, as far as the topic of catalogues has told. It is read whole at each start and then
 * followed, so that nothing of it need be stored; of two records about one source the later counts, whichever comes
 * first.
 */
public final class SilentSources {

    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<String, Silence> silences = new HashMap<>();

    /**
     * Takes a record about a source. One that cannot be read is refused elsewhere.
     *
     * @param offset on the topic of catalogues
     */
    public void take(byte @Nullable [] message, long offset) {
        if (SourceDecoding.of(message) instanceof SourceDecoding.Told told
                && offsets.getOrDefault(told.source(), -1L) < offset) {
            offsets.put(told.source(), offset);
            if (told.silence() == null) {
                silences.remove(told.source());
            } else {
                silences.put(told.source(), told.silence());
            }
        }
    }

    /** Whether none is. */
    public boolean isEmpty() {
        return silences.isEmpty();
    }

    /** Those of some sources that are silent. */
    public List<StaleSource> among(List<Source> sources) {
        List<StaleSource> stale = new ArrayList<>();
        for (Source source : sources) {
            Silence silence = silences.get(source.key());
            if (silence != null) {
                stale.add(new StaleSource(source.name(), silence));
            }
        }
        return stale;
    }
}
