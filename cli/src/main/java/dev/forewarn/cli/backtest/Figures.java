package dev.forewarn.cli.backtest;

import dev.forewarn.cli.statistics.Bootstrap;
import dev.forewarn.cli.statistics.Calendar;
import dev.forewarn.cli.statistics.Quantiles;
import dev.forewarn.cli.statistics.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Works out what the visits say: how well the scores order them. */
final class Figures {

    /** Per cent of the visits that a bureau might look at first. */
    static final List<Integer> PERCENTS = List.of(1, 3, 5, 10, 25);

    private static final int FLAGGED_PERCENT = 10;
    private static final int GROUPS = 12;
    private static final int STEPS = 100;
    private static final int TENTHS = 10;

    private final VisitPass.Found found;
    private final Bootstrap bootstrap;
    private final boolean[] isBad;
    private final double[] scores;

    Figures(VisitPass.Found found, Bootstrap bootstrap) {
        this.found = found;
        this.bootstrap = bootstrap;
        this.isBad = found.isBad();
        this.scores = found.scores();
    }

    BacktestResult.Visits visits() {
        Ranking ranking = Ranking.of(scores, isBad);
        Ranking withHistory = rankingOf(Visit::hasHistory);
        return new BacktestResult.Visits(
                ranking.cases(),
                ranking.positives(),
                found.undecided(),
                auc(scores, isBad),
                count(Visit::isKnown),
                auc(Visit::isKnown),
                count(Visit::hasHistory),
                auc(Visit::hasHistory),
                Ranking.of(found.scoresAtStart(), isBad).auc(),
                byPercent(ranking::precisionAt),
                byPercent(ranking::recallAt),
                byPercent(ranking::liftAt),
                byPercent(withHistory::precisionAt));
    }

    BacktestResult.Order order() {
        Calendar calendar = new Calendar(found.days(), isBad);
        double[] atStart = found.scoresAtStart();
        return new BacktestResult.Order(
                new BacktestResult.FirstHalf(
                        calendar.actualFirstHalf(),
                        0.5,
                        calendar.firstHalf(scores),
                        firstHalf(scores),
                        calendar.firstHalf(atStart),
                        firstHalf(atStart),
                        calendar.perfectFirstHalf()),
                earlier(calendar.daysEarlier(scores)),
                earlier(calendar.daysEarlier(atStart)),
                Quantiles.mean(calendar.randomDaysEarlier()),
                Quantiles.mean(calendar.perfectDaysEarlier()),
                curve(atStart));
    }

    List<BacktestResult.Decile> deciles() {
        Ranking ranking = Ranking.of(scores, isBad);
        double size = (double) ranking.cases() / TENTHS;
        List<BacktestResult.Decile> deciles = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            double positives = ranking.positivesAmong(size * (tenth + 1)) - ranking.positivesAmong(size * tenth);
            deciles.add(new BacktestResult.Decile(tenth + 1, size, positives, positives / size));
        }
        return deciles;
    }

    /** Who is flagged and how rightly, by kind, size, area and age. */
    List<BacktestResult.Fairness> fairness() {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int flagged = (int) Math.ceil(sorted.length * FLAGGED_PERCENT / 100.0);
        double bar = sorted.length == 0 ? 1 : sorted[sorted.length - Math.max(1, flagged)];
        List<BacktestResult.Fairness> lines = new ArrayList<>();
        lines.addAll(fairness("kind", visit -> visit.traits().kind(), bar));
        lines.addAll(fairness("size", visit -> visit.traits().size(), bar));
        lines.addAll(fairness("area", visit -> visit.traits().area(), bar));
        lines.addAll(fairness("age", visit -> visit.traits().age(), bar));
        return lines;
    }

    private List<BacktestResult.Fairness> fairness(String trait, Function<Visit, String> group, double bar) {
        Map<String, List<Visit>> groups = new TreeMap<>();
        found.visits()
                .forEach(visit -> groups.computeIfAbsent(group.apply(visit), name -> new ArrayList<>())
                        .add(visit));
        if (groups.size() == 1 && groups.containsKey("")) {
            return List.of();
        }
        return groups.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .limit(GROUPS)
                .map(entry -> line(trait, entry.getKey(), entry.getValue(), bar))
                .toList();
    }

    private static BacktestResult.Fairness line(String trait, String group, List<Visit> visits, double bar) {
        List<Visit> flagged =
                visits.stream().filter(visit -> visit.score() >= bar).toList();
        double bad = visits.stream().filter(Visit::isBad).count();
        double hits = flagged.stream().filter(Visit::isBad).count();
        return new BacktestResult.Fairness(
                trait,
                group.isEmpty() ? "not known" : group,
                visits.size(),
                bad / visits.size(),
                flagged.size(),
                (double) flagged.size() / visits.size(),
                hits / flagged.size());
    }

    private BacktestResult.DaysEarlier earlier(double[] days) {
        return new BacktestResult.DaysEarlier(Quantiles.mean(days), Quantiles.median(days), bootstrap.ofMean(days));
    }

    /** The bad outcomes are drawn anew; the calendar and the order stay. */
    private Bootstrap.Interval firstHalf(double[] by) {
        Ranking ranking = Ranking.of(by, isBad);
        return bootstrap.ofMean(partsInFirstHalf(by, ranking.cases() / 2.0));
    }

    private double[] partsInFirstHalf(double[] by, double half) {
        double[] sorted = by.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, by.length)
                .filter(i -> isBad[i])
                .mapToDouble(i -> {
                    double above = sorted.length - upper(sorted, by[i]);
                    double equal = upper(sorted, by[i]) - lower(sorted, by[i]);
                    return Math.max(0, Math.min(1, (half - above) / equal));
                })
                .toArray();
    }

    private static int lower(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int upper(double[] sorted, double value) {
        return lower(sorted, Math.nextUp(value));
    }

    private BacktestResult.Curve curve(double[] atStart) {
        double[] actual = IntStream.of(found.days()).mapToDouble(day -> -day).toArray();
        double[] perfect = IntStream.range(0, isBad.length)
                .mapToDouble(i -> isBad[i] ? 1 : 0)
                .toArray();
        return new BacktestResult.Curve(curveOf(actual), curveOf(scores), curveOf(atStart), curveOf(perfect));
    }

    private double[] curveOf(double[] by) {
        Ranking ranking = Ranking.of(by, isBad);
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(
                        step -> ranking.positivesAmong((double) ranking.cases() * step / STEPS) / ranking.positives())
                .toArray();
    }

    private int count(Predicate<Visit> which) {
        return (int) found.visits().stream().filter(which).count();
    }

    private Ranking rankingOf(Predicate<Visit> which) {
        List<Visit> some = found.visits().stream().filter(which).toList();
        return Ranking.of(scoresOf(some), badOf(some));
    }

    private BacktestResult.Auc auc(Predicate<Visit> which) {
        List<Visit> some = found.visits().stream().filter(which).toList();
        return auc(scoresOf(some), badOf(some));
    }

    private BacktestResult.Auc auc(double[] by, boolean[] bad) {
        Bootstrap.Interval interval = bootstrap.interval(by.length, drawn -> {
            double[] some = new double[drawn.length];
            boolean[] someBad = new boolean[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                some[i] = by[drawn[i]];
                someBad[i] = bad[drawn[i]];
            }
            return Ranking.of(some, someBad).auc();
        });
        return new BacktestResult.Auc(Ranking.of(by, bad).auc(), interval);
    }

    private static double[] scoresOf(List<Visit> visits) {
        return visits.stream().mapToDouble(Visit::score).toArray();
    }

    private static boolean[] badOf(List<Visit> visits) {
        boolean[] bad = new boolean[visits.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = visits.get(i).isBad();
        }
        return bad;
    }

    private static Map<Integer, Double> byPercent(Function<Double, Double> figure) {
        Map<Integer, Double> byPercent = new LinkedHashMap<>();
        PERCENTS.forEach(percent -> byPercent.put(percent, figure.apply(percent.doubleValue())));
        return byPercent;
    }
}
