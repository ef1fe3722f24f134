package dev.forewarn.cli.handbook;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Standing;
import dev.forewarn.cli.catalogue.ExampleRun;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.time.Exact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Worked examples: the facts, and what the engine itself makes of them. */
final class ExampleChapter {

    /**
     * Days of examples begin at midnight and become known nine hours later: any zone near enough shows the same day.
     */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<ExampleRun> examples;

    ExampleChapter(List<ExampleRun> examples) {
        this.examples = examples;
    }

    /** Whether an indicator earns points in an example. */
    static boolean counts(ExampleRun run, String domain, String indicator) {
        Assessment assessment = run.assessment();
        return assessment != null
                && assessment.getContributions().stream()
                        .anyMatch(part -> part.getDomain().equals(domain)
                                && part.getIndicator().equals(indicator)
                                && part.getContribution() != 0);
    }

    Handbook.Chapter chapter() {
        List<Handbook.Block> blocks = new ArrayList<>();
        blocks.add(new Handbook.Paragraph(
                "以下各例由引擎计算，各项之和等于得分。 Worked out by the engine itself; the parts add up to the score."));
        for (int i = 0; i < examples.size(); i++) {
            ExampleRun run = examples.get(i);
            String title = "#" + (i + 1) + " " + run.example().name() + " ("
                    + LocalDate.ofEpochDay(run.example().day()) + ")";
            blocks.add(facts(title, run));
            Assessment assessment = run.assessment();
            if (assessment != null) {
                assessment.getStandings().forEach(standing -> blocks.add(score(standing, assessment)));
            }
        }
        return new Handbook.Chapter("算例 examples", "算例 worked examples", blocks);
    }

    private static Handbook.Table facts(String title, ExampleRun run) {
        List<List<String>> rows = new ArrayList<>();
        for (Event fact : run.example().facts()) {
            rows.add(List.of(
                    Instant.ofEpochMilli(fact.occurredAtMs())
                            .atZone(ZONE)
                            .toLocalDate()
                            .toString(),
                    fact.type(),
                    details(fact)));
        }
        return new Handbook.Table(title, List.of("日期 day", "事实 fact", "内容 content"), rows);
    }

    private static String details(Event fact) {
        List<String> details = new ArrayList<>();
        if (fact.amountMinor() != null) {
            details.add("amount "
                    + BigDecimal.valueOf(fact.amountMinor(), 2)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        if (fact.severity() != null) {
            details.add("severity " + fact.severity());
        }
        if (fact.subject() != null) {
            details.add("subject " + fact.subject());
        }
        if (fact.dueAtMs() != null) {
            details.add(
                    "due " + Instant.ofEpochMilli(fact.dueAtMs()).atZone(ZONE).toLocalDate());
        }
        fact.domains().forEach(domain -> details.add("domain " + domain));
        fact.attributes().forEach((name, value) -> details.add(name + " " + value));
        fact.numbers().forEach((name, value) -> details.add(name + " " + Exact.toText(value)));
        return String.join(", ", details);
    }

    private static Handbook.Table score(Standing standing, Assessment assessment) {
        List<List<String>> rows = new ArrayList<>();
        for (Contribution part : assessment.getContributions()) {
            if (part.getDomain().equals(standing.getDomain())) {
                Long value = part.getValueE4();
                rows.add(List.of(
                        part.getIndicator(),
                        part.getNameZh(),
                        part.getNameEn(),
                        value == null ? "" : Exact.toText(value),
                        Integer.toString(part.getPoints()),
                        Integer.toString(part.getContribution()),
                        Objects.toString(part.getDropsOn(), "")));
            }
        }
        rows.add(List.of(
                "",
                "得分",
                "score",
                "",
                "",
                Integer.toString(standing.getScore()),
                "等级 class " + standing.getClass$() + ", 融合 fused " + standing.getFusedClass()));
        return new Handbook.Table(
                standing.getDomain() + ": " + standing.getScore() + " / " + standing.getScale(),
                List.of("编号 id", "名称", "name", "读数 reads", "分值 points", "贡献 part", "变动日 changes on"),
                rows);
    }
}
