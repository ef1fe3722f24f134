package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.CatalogueRecord;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.jspecify.annotations.Nullable;

/** The catalogues that a subtask knows: as text in state, and compiled on its shelf. */
final class KnownBundles {

    private final StoredBundles live;
    private final StoredBundles shadows;
    private @Nullable CatalogueShelf shelf;

    KnownBundles(OperatorStateStore state) throws Exception {
        this.live = new StoredBundles(state.getBroadcastState(StateSchema.catalogues()));
        this.shadows = new StoredBundles(state.getBroadcastState(StateSchema.shadows()));
    }

    /**
     * Puts the submitted bundle where there is none yet, since what was published counts for more than a new
     * submission; and adds what was published while nobody was here.
     */
    void restore(BundleText submitted, CatalogueBacklog backlog, BundleCheck check) throws Exception {
        if (live.inOrder().isEmpty()) {
            live.add(submitted);
        }
        for (CatalogueRecord record : backlog.read()) {
            if (check.check(record) instanceof BundleCheck.Sound sound) {
                take(sound.news());
            }
        }
    }

    /** From now on the shelf has what is stored. */
    void stock(CatalogueShelf stocked) throws Exception {
        shelf = stocked;
        live.inOrder().forEach(stocked::add);
        shadows.inOrder().forEach(stocked::addShadow);
    }

    /** Adds a bundle, for which the oldest goes if there are too many. */
    void take(BundleNews news) throws Exception {
        boolean isLive = news.stage() == BundleNews.Stage.LIVE;
        BundleText gone = (isLive ? live : shadows).add(news.bundle());
        if (shelf == null) {
            return;
        }
        if (isLive) {
            shelf.add(news.bundle());
        } else {
            shelf.addShadow(news.bundle());
        }
        if (gone != null && isLive) {
            shelf.remove(gone);
        } else if (gone != null) {
            shelf.removeShadow(gone);
        }
    }
}
