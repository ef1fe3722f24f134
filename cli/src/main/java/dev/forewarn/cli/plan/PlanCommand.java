package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.option.ZoneOption;
import dev.forewarn.cli.plan.Teams.Team;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws who is visited next month, and by whom. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        subcommands = {PlanResultsCommand.class, PlanExpectCommand.class},
        description = {
            "Draws a double-random inspection list (双随机) for a month: businesses by the class of their newest assessment, and "
                    + "teams of two inspectors. Each business is visited with a probability that stands in the list, so that "
                    + "the results tell about all businesses.",
            "",
            "The draw follows from the seed alone: with it whoever may see the classes can draw again (docs/PLAN.md). Choose one that "
                    + "nobody could know before the classes stood, such as a lottery's numbers. Objects of key supervision "
                    + "stand outside of the draw; statutory visits that are due are made; caps of visits a year are kept.",
            "",
            "Examples:",
            "  forewarn plan --name city --month 2026-12 --seed 07-12-19-23-31",
            "  forewarn plan --name city --month 2026-12 --seed 07-12-19-23-31 --visits 400 --inspectors people.csv --avoid "
                    + "avoid.csv",
            "  forewarn plan results plan-city-2026-12 --name city",
            "",
            "Exit code 3: drawn, but some visits have no team; they are listed."
        })
public final class PlanCommand implements Callable<Integer> {

    private static final int EXIT_WITHOUT_TEAM = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PlanSources sources = new PlanSources();

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month of the visits. Required.")
    private @Nullable String wantedMonth;

    @Option(names = "--seed", paramLabel = "TEXT", description = "What the lot is made from. Required.")
    private @Nullable String seed;

    @Option(
            names = "--ratios",
            paramLabel = "CLASS=RATIO",
            split = ",",
            description =
                    "Ratios of a month in place of those of the rules, as in A=0.01,D=1 or, for one domain, drug.D=1.")
    private Map<String, String> ratios = new TreeMap<>();

    @Option(
            names = "--visits",
            paramLabel = "N",
            description =
                    "Make exactly so many visits, those that are due included: the ratios are scaled, but no class "
                            + "below its least random share.")
    private @Nullable Integer wantedVisits;

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Only businesses of one line of supervision, by their class there.")
    private @Nullable String domain;

    @Option(
            names = "--key-objects",
            paramLabel = "FILE",
            description = "CSV with a column entity: objects of key supervision beside those that the rules select.")
    private @Nullable Path keyObjects;

    @Option(
            names = "--inspectors",
            paramLabel = "FILE",
            description =
                    "CSV with the columns id, unit, domains, divisions; several in a cell are parted by ';', an empty "
                            + "cell means all.")
    private @Nullable Path inspectors;

    @Option(
            names = "--avoid",
            paramLabel = "FILE",
            description = "CSV with the columns inspector, entity: who stands back from whom (回避).")
    private @Nullable Path avoidance;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the draw (default: plan-NAME-MONTH, or plan-NAME-DOMAIN-MONTH).")
    private @Nullable Path out;

    @Option(names = "--excel", description = "Begin the CSV files with the mark by which Excel knows UTF-8.")
    private boolean isForExcel;

    @Option(names = "--json", description = "Print plan.json in place of the figures, for machines.")
    private boolean isJson;

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter writer = Objects.requireNonNull(spec).commandLine().getOut();
        YearMonth month = month();
        Lot lot = new Lot(seed(), month);
        Path folder = folder(month);
        PlanFolder files = new PlanFolder(folder);
        files.refuseIfDrawn();
        InspectionPlan plan = plan(month, lot);
        String json = files.write(plan, isForExcel);
        if (isJson) {
            writer.println(json);
            writer.flush();
        } else {
            new PlanText(writer).print(plan, folder);
        }
        return plan.withoutTeam().isEmpty() ? CommandLine.ExitCode.OK : EXIT_WITHOUT_TEAM;
    }

    private InspectionPlan plan(YearMonth month, Lot lot) throws IOException {
        Path file = sources.rulesFile();
        PlanRules rules = PlanRulesReader.read(file).with(ratios());
        Set<String> key = keyObjects == null ? Set.of() : Lists.keyObjects(keyObjects);
        List<Inspector> people = inspectors == null ? List.of() : Lists.inspectors(inspectors);
        Map<String, Set<String>> avoided = avoided(people);
        InstalledCity.Frame frame = sources.city().frame(domain, rules.leaveOut());
        if (frame.businesses().isEmpty()) {
            throw new Refusal("there is no business to draw from in " + sources.name()
                    + (domain == null ? "" : " in the domain '" + domain + "'")
                    + "; check the domain, and that the job has assessed its businesses");
        }
        Map<String, Visits> visits = sources.visits(rules.visits(), zone.zone());
        Draw draw = new Draw(
                new Chances(rules, key, month), lot, month, entityId -> visits.getOrDefault(entityId, Visits.NONE));
        List<Line> lines;
        try {
            lines = draw.lines(frame.businesses(), visitsWanted());
        } catch (Chances.UnknownClass e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        InspectionPlan.Setting setting = new InspectionPlan.Setting(
                sources.name(),
                month,
                seed(),
                zone.zone(),
                domain,
                visitsWanted(),
                lot.start(),
                new TreeMap<>(Map.of("file", String.valueOf(file.getFileName()), "sha256", PlanFolder.sha256(file))),
                texts(rules),
                frame.catalogues(),
                frame.at(),
                frame.leftOut());
        return new InspectionPlan(setting, lines, teams(lines, people, avoided, lot));
    }

    private Map<String, Set<String>> avoided(List<Inspector> people) throws IOException {
        if (avoidance == null) {
            return Map.of();
        }
        if (inspectors == null) {
            throw new Refusal("--avoid says who stands back from whom; name the inspectors too, with --inspectors");
        }
        return Lists.avoidance(avoidance, people);
    }

    private Map<String, Team> teams(
            List<Line> lines, List<Inspector> people, Map<String, Set<String>> avoided, Lot lot) {
        Map<String, Team> teams = new HashMap<>();
        if (inspectors != null) {
            Teams drawn = new Teams(people, avoided, lot);
            lines.stream()
                    .filter(Line::isSelected)
                    .forEach(line -> teams.put(line.business().entityId(), drawn.of(line.business())));
        }
        return teams;
    }

    private static SortedMap<String, String> texts(PlanRules rules) {
        SortedMap<String, String> texts = new TreeMap<>();
        rules.ratios().forEach((label, ratio) -> texts.put(label, Line.decimal(ratio)));
        rules.domainRatios()
                .forEach((name, own) ->
                        own.forEach((label, ratio) -> texts.put(name + '.' + label, Line.decimal(ratio))));
        return texts;
    }

    private Map<String, Integer> ratios() {
        Map<String, Integer> millionths = new TreeMap<>();
        ratios.forEach((label, text) -> millionths.put(label, Ratios.millionths("--ratios", label, text)));
        return millionths;
    }

    private OptionalInt visitsWanted() {
        if (wantedVisits == null) {
            return OptionalInt.empty();
        }
        if (wantedVisits < 1) {
            throw new Refusal("--visits is at least 1; got " + wantedVisits);
        }
        return OptionalInt.of(wantedVisits);
    }

    private String seed() {
        if (seed == null || seed.isBlank()) {
            throw new Refusal(
                    "--seed is required: the draw follows from it, and it is announced; take numbers that nobody "
                            + "could know before, such as a lottery's");
        }
        return seed;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(wantedMonth == null ? "" : wantedMonth);
        } catch (DateTimeException e) {
            throw new Refusal("--month takes a month like 2026-12; "
                    + (wantedMonth == null ? "it is required" : "got '" + wantedMonth + "'"));
        }
    }

    private Path folder(YearMonth month) {
        String middle = domain == null ? "" : domain + "-";
        return out == null ? Path.of("plan-" + sources.name() + "-" + middle + month) : out;
    }
}
