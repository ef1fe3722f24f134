package dev.forewarn.cli.replay;

import dev.forewarn.avro.Event;
import dev.forewarn.cli.mapping.Mapped;
import dev.forewarn.cli.mapping.RowFault;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Maps the rows of files and sorts their events by when they became known: the first half of every replay. */
public final class Preparation {

    private final Settings settings;
    private final RejectsFile rejects;
    private final LongConsumer progress;
    private final List<Tally> tallies = new ArrayList<>();
    private long bytesBefore;

    private Preparation(Settings settings, RejectsFile rejects, LongConsumer progress) {
        this.settings = settings;
        this.rejects = rejects;
        this.progress = progress;
    }

    /**
     * How a replay is prepared.
     *
     * @param now events that became known later are refused
     * @param sortBytes heap that events may take while they are sorted, in bytes
     * @param temporary where runs go that do not fit
     */
    public record Settings(Period period, Instant now, long sortBytes, Path temporary) {

        /** Heap for sorting if nothing else is asked for, in bytes. */
        public static final long SORT_BYTES = 512L << 20;
    }

    /**
     * Reads all files.
     *
     * @param progress is told how many bytes of the files have been read
     */
    static Prepared prepare(List<Intake> intakes, Settings settings, RejectsFile rejects, LongConsumer progress)
            throws IOException {
        Preparation preparation = new Preparation(settings, rejects, progress);
        EventSort sort = new EventSort(new TemporaryFolder(settings.temporary()), settings.sortBytes());
        try {
            Span span = new Span();
            for (Intake intake : intakes) {
                preparation.read(intake, sort, span);
            }
            return new Prepared(sort, preparation.tallies, span.first, span.last);
        } catch (IOException | RuntimeException e) {
            sort.close();
            throw e;
        }
    }

    /** The instants between which the events became known. */
    private static final class Span {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        private void extend(Instant instant) {
            first = instant.isBefore(first) ? instant : first;
            last = instant.isAfter(last) ? instant : last;
        }
    }

    private void read(Intake intake, EventSort sort, Span span) throws IOException {
        Tally tally = new Tally(intake.file().toString(), intake.mapping().name());
        tallies.add(tally);
        try (RowReader rows = RowReader.open(intake.file(), intake.mapping().format())) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                tally.addRow();
                Mapped mapped = checked(intake.mapping().map(row));
                if (mapped instanceof Mapped.Events events) {
                    add(events.events(), tally, sort, span);
                } else if (mapped instanceof Mapped.Rejected rejected) {
                    tally.addRejected(rejected.faults());
                    rejects.add(row, tally.mapping(), rejected.faults());
                } else if (mapped instanceof Mapped.Skipped skipped) {
                    tally.addSkipped(skipped.reason());
                }
                progress.accept(bytesBefore + rows.bytesRead());
            }
            bytesBefore += rows.bytesRead();
        }
    }

    /** The log refuses what comes from the future, so a row that does is told here, where it can be mended. */
    private Mapped checked(Mapped mapped) {
        if (mapped instanceof Mapped.Events events) {
            List<RowFault> faults = new ArrayList<>();
            for (Event event : events.events()) {
                if (event.getRecordedAt().isAfter(settings.now())) {
                    faults.add(new RowFault(
                            "recorded_at",
                            "an event is replayed after it became known; got " + event.getRecordedAt(),
                            null));
                }
            }
            return faults.isEmpty() ? mapped : new Mapped.Rejected(faults);
        }
        return mapped;
    }

    private void add(List<Event> events, Tally tally, EventSort sort, Span span) throws IOException {
        for (Event event : events) {
            if (settings.period().holds(event.getRecordedAt())) {
                tally.addEvent(event.getType());
                span.extend(event.getRecordedAt());
                sort.add(PreparedEvent.of(event));
            } else {
                tally.addOutside();
            }
        }
    }
}
