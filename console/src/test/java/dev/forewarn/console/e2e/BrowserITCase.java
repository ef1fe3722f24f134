package dev.forewarn.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.console.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: alerts that come, steps that are taken, what others must not see. */
class BrowserITCase {

    /** Leaves a mark that a page which was loaded anew would not have. */
    private static final String MARK = "window.isSamePage = true";

    private static final String IS_SAME_PAGE = "return window.isSamePage === true";
    private static final int MEASURED = 20;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static TestTopics topics;
    private static TestConsole console;

    private Browser browser;

    @BeforeAll
    static void startConsole() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        topics = TestTopics.on(broker.bootstrapServers());
        console = TestConsole.start(
                broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"), TestUsers.in(folder));
    }

    @AfterAll
    static void stopConsole() {
        console.close();
        topics.close();
        broker.close();
    }

    @BeforeEach
    void openBrowser() throws Exception {
        browser = Browser.at(console, folder);
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void raise(Alert.Builder alert) throws Exception {
        topics.write("alerts.v1", alert.getEntityId(), alert.build());
    }

    @Test
    void anAlertAppearsOnAnOpenBoardAndOnTheWall() throws Exception {
        browser.logIn("centre", "/board?lang=zh");
        browser.awaitStream();
        browser.run(MARK);
        raise(Samples.alert("new", 1));
        browser.await("#a-new");
        assertThat(browser.run(IS_SAME_PAGE)).isEqualTo("true");
        assertThat(browser.text()).contains("康宁大药房");

        browser.open("/wall");
        browser.awaitStream();
        browser.run(MARK);
        raise(Samples.alert("walled", 1));
        browser.await("#a-walled");
        assertThat(browser.run(IS_SAME_PAGE)).isEqualTo("true");
        assertThat(Integer.parseInt(String.valueOf(browser.run(
                        "return parseInt(getComputedStyle(document.querySelector('#a-walled .who')).fontSize)"))))
                .as("font size in pixels")
                .isGreaterThanOrEqualTo(20);
    }

    /** How long that takes is printed and not judged here: the machine may be at work on other things. */
    @Test
    void howSoonAnAlertAppearsIsMeasured() throws Exception {
        browser.logIn("centre", "/board?sort=newest");
        browser.awaitStream();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            Instant sent = Instant.now();
            raise(Samples.alert("m" + i, 1).setAt(Samples.AT.plusSeconds(100 + i)));
            browser.await("#a-m" + i);
            times.add(Duration.between(sent, Instant.now()).toMillis());
            // So that none waits for the pause after the one before.
            Thread.sleep(700);
        }
        Collections.sort(times);
        System.out.printf(
                "From alerts.v1 to an open page, %d alerts: median %d ms, longest %d ms%n",
                MEASURED, times.get(MEASURED / 2), times.get(MEASURED - 1));
        assertThat(times).hasSize(MEASURED);
    }

    @Test
    void aStepTakenOnThePageReachesTheLogAndComesBack() throws Exception {
        raise(Samples.alert("step", 1));
        browser.logIn("drug", "/board?lang=en");
        browser.await("#a-step .row-link").click();
        browser.awaitStream();
        browser.await("#steps form:has(input[value=accept]) button").click();
        await().atMost(Duration.ofSeconds(60)).until(() -> stepsOf("step").contains("accept by team"));

        raise(Samples.alert("step", 2).setHandling(Handling.ACCEPTED));
        browser.awaitText("#live", "accepted");
        browser.await("#live[data-revision='2']");
        browser.await("#steps form:has(input[value=start]) button");
    }

    @Test
    void aDrugUserCannotSeeFood() throws Exception {
        raise(Samples.alert("hidden", 1).setDomains(List.of("food-sale")).setEntityName("Secret Food"));
        raise(Samples.alert("shown", 1));
        browser.logIn("drug", "/board?lang=en");
        browser.awaitStream();
        browser.await("#a-shown");
        raise(Samples.alert("hidden2", 1).setDomains(List.of("food-sale")).setEntityName("Secret Food"));
        raise(Samples.alert("shown2", 1));
        browser.await("#a-shown2");
        assertThat(browser.text()).doesNotContain("Secret Food");
        browser.open("/alerts/hidden");
        assertThat(browser.text()).contains("Not found").doesNotContain("Secret Food");
    }

    @Test
    void bothLanguagesAreThere() throws Exception {
        raise(Samples.alert("words", 1));
        browser.logIn("centre", "/board?lang=zh");
        browser.await("#a-words");
        assertThat(browser.text()).contains("飞行检查严重缺陷").doesNotContain("Level", "??");
        browser.await("a[data-lang=en]").click();
        browser.await("a[data-lang=zh]");
        assertThat(browser.text())
                .contains("critical defect at an unannounced inspection", "Level")
                .doesNotContain("??");
    }

    @Test
    void aScriptInANameIsNotRun() throws Exception {
        raise(Samples.alert("evil", 1)
                .setEntityName("<script>window.isRun=1</script><img src=x onerror='window.isRun=1'>"));
        browser.logIn("centre", "/board");
        for (String page : List.of("/board", "/wall", "/alerts/evil")) {
            browser.open(page);
            browser.awaitText("main", "<script>window.isRun=1</script>");
            assertThat(browser.run("return typeof window.isRun")).as(page).isEqualTo("undefined");
        }
    }

    private static List<String> stepsOf(String alertId) {
        List<String> steps = new ArrayList<>();
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TestConsole.PREFIX + "events.v1")) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), Disposal.class) instanceof Decoded.Value<Disposal> step
                        && step.value().getAlertId().equals(alertId)) {
                    steps.add(step.value().getStep() + " by " + step.value().getActorRole());
                }
            });
        }
        return steps;
    }
}
