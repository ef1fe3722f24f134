package dev.forewarn.engine.job;

import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Logs of small towns, in the order in which they were published. */
final class Town {

    /** Number of businesses in {@link #halfAYear}. */
    static final int BUSINESSES = 60;

    static final long START = Messages.at("2026-01-10T09:00");

    /** Four month ends after the start. */
    static final long UNTIL = Messages.at("2026-05-02T00:00");

    private Town() {}

    /** Months of events, some of which are broken: in the envelope, or only where the entity finds it. */
    static List<LogRecord> halfAYear() {
        Random random = new Random(7);
        List<LogRecord> log = register(BUSINESSES);
        long now = START + BUSINESSES * 1_000L;
        for (int i = 0; i < 1_500; i++) {
            now += 1 + random.nextInt(12_000_000);
            String id = id(random.nextInt(BUSINESSES));
            byte[] message = switch (random.nextInt(20)) {
                case 0 -> new byte[] {1, 2, 3};
                case 1 -> Messages.event(id, now, event -> event.setSource(""));
                case 2, 3 -> Messages.recall(id, now, "batch " + random.nextInt(100));
                default -> Messages.penalty(id, now);
            };
            log.add(Messages.onLog(id, now, message));
            if (random.nextInt(50) == 0) {
                log.add(Messages.tick(now));
            }
        }
        return log;
    }

    /** Profiles, one a second, and nothing else. */
    static List<LogRecord> register(int businesses) {
        List<LogRecord> log = new ArrayList<>();
        for (int i = 0; i < businesses; i++) {
            long at = START + i * 1_000L;
            log.add(Messages.onLog(id(i), at, Messages.profile(id(i), at, "商户" + i)));
        }
        return log;
    }

    static String id(int number) {
        return "entity " + number;
    }
}
