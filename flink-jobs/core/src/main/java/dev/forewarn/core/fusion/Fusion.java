package dev.forewarn.core.fusion;

import dev.forewarn.core.time.Exact;
import java.util.List;

/**
 * How a domain fuses its class with the general one: the mode that counts, and what all modes need, so that they can be
 * compared. Each mode is a whole function; where a table does not fit the classes of a scheme, its mode gives
 * {@link #NONE}.
 *
 * @param alpha weight of the professional score, scaled by 10⁻⁴
 * @param beta weight of the general score, scaled by 10⁻⁴
 * @param cuts for {@link FusionMode#INDICATOR}: the fused score out of 100 up to which, inclusive, each class but the
 *     last goes; ascending
 * @param shifts for {@link FusionMode#OVERLAY}: by general rank, how many classes worse; the last one for all further
 *     ranks
 * @param matrix for {@link FusionMode#MATRIX}: rows by professional rank, columns by general rank, descending in
 *     neither direction: a worse class must not make the result better, or alerts would not come to rest
 */
public record Fusion(
        FusionMode mode, long alpha, long beta, List<Integer> cuts, List<Integer> shifts, List<List<Integer>> matrix) {

    /** Says that a mode gives no class: its table is made for other numbers of classes. */
    public static final int NONE = -1;

    private static final long DEFAULT_ALPHA = 8_000;
    private static final long DEFAULT_BETA = 2_000;
    private static final List<Integer> DEFAULT_CUTS = List.of(30, 45, 60);
    private static final List<Integer> DEFAULT_SHIFTS = List.of(-1, 0, 1, 1);
    private static final List<List<Integer>> DEFAULT_MATRIX =
            List.of(List.of(0, 0, 1, 2), List.of(0, 1, 2, 2), List.of(1, 2, 2, 3), List.of(2, 3, 3, 3));

    /** The worst professional rank that {@link FusionMode#OVERLAY} makes better. */
    private static final int WORST_LOWERED = 1;

    public Fusion {
        cuts = List.copyOf(cuts);
        shifts = List.copyOf(shifts);
        matrix = matrix.stream().map(List::copyOf).toList();
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("a fusion has a shift for each general class; got none");
        }
        if (!ascends(shifts) || !isAscending(matrix)) {
            throw new IllegalArgumentException("a worse class must not make the fused one better; got the shifts "
                    + shifts + " and the matrix " + matrix);
        }
    }

    /** Whether numbers never go down. */
    public static boolean ascends(List<Integer> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) < numbers.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a matrix goes down neither along its rows nor along its columns, as far as both rows reach. */
    public static boolean isAscending(List<List<Integer>> matrix) {
        for (int row = 0; row < matrix.size(); row++) {
            if (!ascends(matrix.get(row))) {
                return false;
            }
            List<Integer> above = row == 0 ? List.of() : matrix.get(row - 1);
            for (int column = 0; column < Math.min(above.size(), matrix.get(row).size()); column++) {
                if (matrix.get(row).get(column) < above.get(column)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A mode with the tables of the field report, section 3, which are made for four classes. */
    public static Fusion of(FusionMode mode) {
        return new Fusion(mode, DEFAULT_ALPHA, DEFAULT_BETA, DEFAULT_CUTS, DEFAULT_SHIFTS, DEFAULT_MATRIX);
    }

    /** The rank of the fused class by the mode that counts. */
    public int fuse(Side professional, Side general) {
        return fuse(mode, professional, general);
    }

    /** The rank of the fused class by any mode, or {@link #NONE}. */
    public int fuse(FusionMode by, Side professional, Side general) {
        int last = professional.classes() - 1;
        return switch (by) {
            case INDICATOR -> byScore(professional, general);
            case OVERLAY -> overlay(professional, general, last);
            case MATRIX -> byTable(professional, general, last);
            // A scheme with fewer classes than the general one has no worse class than its last.
            case WORST -> Math.min(last, Math.max(professional.rank(), general.rank()));
        };
    }

    /** Whether a mode has tables for so many classes. */
    public boolean fits(FusionMode by, int professionalClasses, int generalClasses) {
        return switch (by) {
            case INDICATOR -> cuts.size() == professionalClasses - 1;
            case MATRIX ->
                matrix.size() == professionalClasses && matrix.stream().allMatch(row -> row.size() == generalClasses);
            case OVERLAY, WORST -> true;
        };
    }

    /** Compared without division: alpha × P/scale + beta × G/scale, both out of 100. */
    private int byScore(Side professional, Side general) {
        if (!fits(FusionMode.INDICATOR, professional.classes(), general.classes())) {
            return NONE;
        }
        long fused =
                100 * (alpha * professional.score() * general.scale() + beta * general.score() * professional.scale());
        long unit = Exact.ONE * professional.scale() * general.scale();
        int rank = 0;
        while (rank < cuts.size() && fused > cuts.get(rank) * unit) {
            rank++;
        }
        return Math.max(rank, professional.bound());
    }

    private int overlay(Side professional, Side general, int last) {
        if (general.isWorstByRule()) {
            return last;
        }
        int shift = shifts.get(Math.min(general.rank(), shifts.size() - 1));
        boolean mayLower = professional.rank() <= WORST_LOWERED && !professional.isMoving();
        int moved = professional.rank() + (shift < 0 && !mayLower ? 0 : shift);
        return Math.max(Math.max(0, professional.bound()), Math.min(last, moved));
    }

    private int byTable(Side professional, Side general, int last) {
        if (!fits(FusionMode.MATRIX, professional.classes(), general.classes())) {
            return NONE;
        }
        return Math.min(last, matrix.get(professional.rank()).get(general.rank()));
    }

    /**
     * One of the two results.
     *
     * @param rank rank of the class, direct rules included
     * @param classes how many classes the scheme has
     * @param bound the best rank that direct rules leave open, −1 if they leave all
     * @param isWorstByRule whether a direct rule sets the worst class
     * @param isMoving whether anything but what the business is earns points
     */
    public record Side(
            int score, int scale, int rank, int classes, int bound, boolean isWorstByRule, boolean isMoving) {}
}
