package dev.forewarn.core.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the promises to the test for as long as one likes: {@code --cases N} of each promise, {@code --seed S} of the
 * first, {@code --minutes M} at most, {@code --promise NAME} for one of them, {@code --breaches B} before it stops.
 * Tells the first failing case made as small as it can be, and ends with 1 if there was one.
 */
final class PromiseRun {

    private static final int PROGRESS = 10_000;

    private final Options options;
    private final long startedNs = System.nanoTime();
    private int breaches;

    private PromiseRun(Options options) {
        this.options = options;
    }

    private record Options(long cases, long seed, long minutes, int breaches, List<Promise> promises) {

        static Options of(List<String> arguments) {
            List<Promise> promises = new ArrayList<>();
            for (int i = 0; i + 1 < arguments.size(); i++) {
                if (arguments.get(i).equals("--promise")) {
                    promises.add(Promise.valueOf(arguments.get(i + 1)));
                }
            }
            return new Options(
                    number(arguments, "--cases", 1_000_000),
                    number(arguments, "--seed", 1),
                    number(arguments, "--minutes", 60),
                    (int) number(arguments, "--breaches", 1),
                    promises.isEmpty() ? List.of(Promise.values()) : promises);
        }

        private static long number(List<String> arguments, String name, long fallback) {
            int found = arguments.indexOf(name);
            return found < 0 ? fallback : Long.parseLong(arguments.get(found + 1));
        }
    }

    public static void main(String[] arguments) {
        PromiseRun run = new PromiseRun(Options.of(Arrays.asList(arguments)));
        long ran = run.runAll();
        System.out.printf("%,d cases, %d breaches, %d s%n", ran, run.breaches, run.seconds());
        System.exit(run.breaches == 0 ? 0 : 1);
    }

    private long runAll() {
        long ran = 0;
        for (long i = 0; i < options.cases() && seconds() < options.minutes() * 60; i++) {
            for (Promise promise : options.promises()) {
                run(promise, options.seed() + i);
                ran++;
                if (breaches >= options.breaches()) {
                    return ran;
                }
            }
            if ((i + 1) % PROGRESS == 0) {
                System.out.printf(
                        "%,d of %,d cases of %s, %d s%n", i + 1, options.cases(), options.promises(), seconds());
            }
        }
        return ran;
    }

    private void run(Promise promise, long seed) {
        Case made = promise.make(seed);
        @Nullable String breach = promise.findBreachOrFailure(made);
        if (breach != null) {
            breaches++;
            System.out.println(told(promise, made));
        }
    }

    /** A failing case, made as small as it can be while it fails in the same way. */
    static String told(Promise promise, Case failing) {
        String way = way(promise.findBreachOrFailure(failing));
        Case small = new Shrinker(one -> way(promise.findBreachOrFailure(one)).equals(way)).shrink(failing);
        return "promise " + promise + " is broken: " + promise.findBreachOrFailure(small) + "\n" + CaseText.of(small);
    }

    private static String way(@Nullable String breach) {
        return breach == null ? "" : breach.substring(0, Math.min(12, breach.length()));
    }

    private long seconds() {
        return (System.nanoTime() - startedNs) / 1_000_000_000;
    }
}
