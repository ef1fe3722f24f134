package dev.forewarn.core.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance that repeats itself: the same seed gives the same throws on every machine. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each of some things with a chance, in their order. */
    <T> List<T> some(List<T> things, int chance) {
        return things.stream().filter(thing -> percent(chance)).toList();
    }

    /** As {@link #some}, but at least one. */
    <T> List<T> someOf(List<T> things, int chance) {
        List<T> taken = some(things, chance);
        return taken.isEmpty() ? List.of(of(things)) : taken;
    }

    <T> List<T> many(int low, int high, Supplier<T> thing) {
        List<T> things = new ArrayList<>();
        for (int count = between(low, high); count > 0; count--) {
            things.add(thing.get());
        }
        return things;
    }

    <T> List<T> shuffled(List<T> things) {
        List<T> order = new ArrayList<>(things);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = between(0, i);
            T held = order.get(i);
            order.set(i, order.get(j));
            order.set(j, held);
        }
        return order;
    }
}
