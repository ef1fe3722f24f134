package dev.forewarn.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Three years of made-up firms in the columns of the FDA's file: the same each time. */
public final class Firms {

    /** The example whose mappings read the file. */
    public static final Path EXAMPLE = Path.of("..", "config", "examples", "fda-firms");

    static final LocalDate LAST = LocalDate.of(2011, 12, 31);
    static final int COUNT = 150;

    private Firms() {}

    /** Several rows on a day, in no order, with official actions that become letters. */
    public static Path write(Path file) throws IOException {
        Random random = new Random(11);
        StringBuilder rows =
                new StringBuilder("event_id,source_seq,entity_id,entity_name,event_date,publish_date,event_type,"
                        + "severity,severity_raw,product,detail,citations,country\n");
        List<String> products = List.of("Drugs", "Devices", "Drugs|Devices", "Biologics");
        int number = 0;
        for (int firm = 0; firm < COUNT; firm++) {
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                LocalDate day = LAST.minusDays(random.nextInt(3 * 365));
                boolean isOai = random.nextInt(3) == 0;
                String product = products.get(random.nextInt(products.size()));
                rows.append(String.format(
                        "I%d,1,F%d,,%s,,inspection,0,%s,%s,DQA,0,US%n",
                        ++number, firm, day, isOai ? "OAI" : "VAI", product));
                if (isOai && random.nextBoolean()) {
                    LocalDate later = day.plusDays(random.nextInt(200));
                    rows.append(String.format(
                            "W%d,1,F%d,Firm %d,%s,,warning_letter,4,Warning Letter,%s,case %d,,US%n",
                            ++number, firm, firm, later.isAfter(LAST) ? LAST : later, product, number));
                }
            }
        }
        return Files.writeString(file, rows.toString());
    }
}
