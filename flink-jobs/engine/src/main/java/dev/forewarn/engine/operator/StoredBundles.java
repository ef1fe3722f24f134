package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.state.BroadcastState;
import org.jspecify.annotations.Nullable;

/** The newest bundles in state, at most {@link StateSchema#BUNDLES} of them. */
final class StoredBundles {

    private final BroadcastState<String, BundleText> state;

    StoredBundles(BroadcastState<String, BundleText> state) {
        this.state = state;
    }

    /** All of them in the order in which they take effect. */
    SortedSet<BundleText> inOrder() throws Exception {
        SortedSet<BundleText> bundles = new TreeSet<>();
        for (Map.Entry<String, BundleText> stored : state.entries()) {
            bundles.add(stored.getValue());
        }
        return bundles;
    }

    /** Adds one and returns the one that had to go, if any. */
    @Nullable
    BundleText add(BundleText bundle) throws Exception {
        state.put(bundle.publication(), bundle);
        SortedSet<BundleText> bundles = inOrder();
        if (bundles.size() <= StateSchema.BUNDLES) {
            return null;
        }
        BundleText oldest = bundles.first();
        state.remove(oldest.publication());
        return oldest;
    }
}
