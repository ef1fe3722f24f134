package dev.forewarn.core.score;

import java.util.List;

/**
 * The ordered classes of a scheme, best first, and the scores at which they end.
 *
 * @param labels names of the classes, at least one, each once
 * @param cuts the score from which on each class but the last has ended, ascending, one fewer than labels
 */
public record ClassBands(List<String> labels, List<Integer> cuts) {

    public ClassBands {
        labels = List.copyOf(labels);
        cuts = List.copyOf(cuts);
        if (labels.isEmpty()
                || cuts.size() != labels.size() - 1
                || labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException(
                    "classes need different names and an upper end for all but the last; got " + labels + " and "
                            + cuts);
        }
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i) <= cuts.get(i - 1)) {
                throw new IllegalArgumentException("the upper ends of classes must ascend; got " + cuts);
            }
        }
    }

    /** The rank of the class of a score, 0 for the best. */
    public int rankOf(int score) {
        int rank = 0;
        while (rank < cuts.size() && score >= cuts.get(rank)) {
            rank++;
        }
        return rank;
    }

    public String label(int rank) {
        return labels.get(rank);
    }

    /** The rank of a class by name, −1 for a name that this scheme does not have. */
    public int rankOf(String label) {
        return labels.indexOf(label);
    }
}
