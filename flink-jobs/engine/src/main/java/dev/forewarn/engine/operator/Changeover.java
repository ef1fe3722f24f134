package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves everybody on to the catalogues that time has put in force and in the shadow stage. */
final class Changeover implements AutoCloseable {

    private final Walk walk;
    private final CatalogueShelf shelf;
    private final Lanes lanes;
    private @Nullable Due walked;

    /** Where a walk leads. */
    private record Due(BundleText live, @Nullable BundleText shadow) {}

    Changeover(Walk walk, CatalogueShelf shelf, Lanes lanes) {
        this.walk = walk;
        this.shelf = shelf;
        this.lanes = lanes;
    }

    /**
     * Sets out over everybody, unless that has been done. After a start this is the first thing that time does: nobody
     * knows how far a walk had come.
     *
     * @param reachedMs up to where time has come, in ms since 1970
     * @return whether a walk has been started
     */
    boolean startIfDue(long reachedMs) {
        Due due = new Due(shelf.inForceAt(reachedMs), shelf.shadowAt(reachedMs));
        if (due.equals(walked)) {
            return false;
        }
        walked = due;
        walk.start(
                List.of(
                        StateSchema.dossier().getName(),
                        StateSchema.shadowDossier().getName()),
                entityId -> lanes.moveOn(entityId, due.live().effectiveAtMs(), reachedMs),
                () -> {});
        return true;
    }

    /** Moves on an entity whose event came so late that the walk may have been there already. */
    void catchUp(String entityId, long recordedAtMs) throws IOException {
        Due due = walked;
        if (due != null && recordedAtMs < due.live().effectiveAtMs()) {
            lanes.moveOn(entityId, due.live().effectiveAtMs());
        }
    }

    /** Ends at once what is under way. */
    void finish() throws Exception {
        walk.finish();
    }

    @Override
    public void close() {
        walk.close();
    }
}
