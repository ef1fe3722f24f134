package dev.forewarn.engine.operator;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.source.StaleSource;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.SilentSources;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.jspecify.annotations.Nullable;

/**
 * What a subtask knows from the topic of catalogues: the bundles, as text in state and compiled on its shelf, and which
 * sources are silent.
 */
final class KnownBundles {

    private final StoredBundles live;
    private final StoredBundles shadows;
    private final SilentSources silentSources = new SilentSources();
    private @Nullable CatalogueShelf shelf;

    KnownBundles(OperatorStateStore state) throws Exception {
        this.live = new StoredBundles(state.getBroadcastState(StateSchema.catalogues()));
        this.shadows = new StoredBundles(state.getBroadcastState(StateSchema.shadows()));
    }

    /**
     * Puts the submitted bundle where there is none yet, since what was published counts for more than a new
     * submission; and adds what was published while nobody was here.
     *
     * @return those that still wait for a verdict
     */
    List<BundleNews> restore(BundleText submitted, CatalogueBacklog backlog, BundleCheck check) throws Exception {
        if (live.inOrder().isEmpty()) {
            live.add(submitted);
        }
        Ledger ledger = new Ledger();
        for (CatalogueRecord record : backlog.read()) {
            Ledger.Entry entry = ledger.take(record);
            if (entry instanceof Ledger.OfSource) {
                silentSources.take(record.text(), record.offset());
            } else if (outcome(entry, check) instanceof BundleCheck.Sound sound) {
                take(sound.news());
            }
        }
        List<BundleNews> candidates = new ArrayList<>();
        for (CatalogueRecord record : ledger.undecided()) {
            if (check.judge(record) instanceof BundleCheck.Sound sound) {
                candidates.add(sound.news());
            }
        }
        return candidates;
    }

    /** What a record changes; null if nothing. */
    private static BundleCheck.@Nullable Outcome outcome(Ledger.Entry entry, BundleCheck check) {
        if (entry instanceof Ledger.Decided verdict && verdict.ruling().isAccepted()) {
            return check.accept(verdict.publication(), verdict.verdict().appendedAtMs());
        }
        return entry instanceof Ledger.Undisputed shadow ? check.judge(shadow.publication()) : null;
    }

    /** From now on the shelf has what is stored. */
    void stock(CatalogueShelf stocked) throws Exception {
        shelf = stocked;
        live.inOrder().forEach(stocked::add);
        shadows.inOrder().forEach(stocked::addShadow);
    }

    /** The silent sources that an assessment rests on. */
    List<StaleSource> staleBehind(Assessment assessment) {
        return shelf == null || silentSources.isEmpty()
                ? List.of()
                : silentSources.among(shelf.stepAt(assessment.atMs()).sourcesBehind(assessment));
    }

    /** Takes what is told of a source, or adds a bundle, for which the oldest goes if there are too many. */
    void take(BundleNews news) throws Exception {
        if (news.stage() == BundleNews.Stage.SOURCE) {
            silentSources.take(news.about().text(), news.about().offset());
        } else {
            add(news);
        }
    }

    private void add(BundleNews news) throws Exception {
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
