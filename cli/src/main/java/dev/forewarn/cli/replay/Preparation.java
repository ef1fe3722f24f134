package dev.forewarn.cli.replay;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.EventFile;
import dev.forewarn.cli.mapping.Mapped;
import dev.forewarn.cli.mapping.Mapping;
import dev.forewarn.cli.mapping.RowFault;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.rows.CountedBytes;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
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
        EventSort sort =
                new EventSort(new TemporaryFolder(settings.temporary(), "forewarn-sort"), settings.sortBytes());
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
        Mapping mapping = intake.mapping();
        if (mapping == null) {
            readEvents(intake.file(), sort, span);
        } else {
            readRows(intake.file(), mapping, sort, span);
        }
    }

    private void readEvents(Path file, EventSort sort, Span span) throws IOException {
        Tally tally = new Tally(file.toString(), "none, events");
        tallies.add(tally);
        try (CountedBytes bytes = new CountedBytes(Files.newInputStream(file));
                EventFile.Reader events = open(file, bytes)) {
            for (Event event = events.next(); event != null; event = events.next()) {
                tally.addRow();
                refuseFuture(file, event);
                add(List.of(event), tally, sort, span);
                progress.accept(bytesBefore + bytes.count());
            }
            bytesBefore += bytes.count();
        }
    }

    private static EventFile.Reader open(Path file, CountedBytes bytes) throws IOException {
        try {
            return new EventFile.Reader(bytes);
        } catch (IOException e) {
            throw new IOException(file + " is no file of events: " + e.getMessage(), e);
        }
    }

    /** Such a file is in order, so what follows lies in the future too: one sentence says it for all. */
    private void refuseFuture(Path file, Event event) {
        if (settings.period().holds(event.getRecordedAt())
                && event.getRecordedAt().isAfter(settings.now())) {
            throw new Refusal(file + ": an event is replayed after it became known; got " + event.getRecordedAt()
                    + ". Leave out the future with --to");
        }
    }

    private void readRows(Path file, Mapping mapping, EventSort sort, Span span) throws IOException {
        Tally tally = new Tally(file.toString(), mapping.name());
        tallies.add(tally);
        try (RowReader rows = RowReader.open(file, mapping.format())) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                tally.addRow();
                Mapped mapped = checked(mapping.map(row));
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
