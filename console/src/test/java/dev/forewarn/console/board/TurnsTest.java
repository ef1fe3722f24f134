package dev.forewarn.console.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Turns<String, Integer> turns = new Turns<>();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void manyWhoAskMeanwhileShareOneTurnThatBeginsAfterTheyAsked() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Integer> first = ask(hold);
        Awaitility.await().until(() -> begun.get() == 1);
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            others.add(CompletableFuture.supplyAsync(
                    () -> {
                        asked.countDown();
                        return turns.take("a", begun::incrementAndGet);
                    },
                    threads));
        }
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(200);
        assertThat(begun).hasValue(1);
        hold.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        for (CompletableFuture<Integer> other : others) {
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(2);
        }
        assertThat(turns.take("a", begun::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void otherWorkDoesNotWait() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Integer> first = ask(hold);
        Awaitility.await().until(() -> begun.get() == 1);
        assertThat(turns.take("b", () -> 7)).isEqualTo(7);
        hold.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aFailureIsToldAndTheNextTurnIsNew() {
        assertThatThrownBy(() -> turns.take("a", () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(turns.take("a", () -> 1)).isEqualTo(1);
    }

    private CompletableFuture<Integer> ask(CountDownLatch hold) {
        return CompletableFuture.supplyAsync(
                () -> turns.take("a", () -> {
                    int turn = begun.incrementAndGet();
                    try {
                        boolean unused = hold.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return turn;
                }),
                threads);
    }
}
