package dev.forewarn.cli.history;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.wire.SourceEncoding;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Every catalogue that an installation has seen: the topic keeps their texts for ever. Verdicts and states of sources,
 * which stand there too, are none.
 *
 * @param publications in the order of their publication
 */
public record CatalogueArchive(List<Publication> publications) {

    private static final Comparator<Publication> IN_EFFECT = Comparator.comparingLong(Publication::effectiveAtMs)
            .thenComparingLong(Publication::publishedAtMs)
            .thenComparing(Publication::version);

    public CatalogueArchive {
        publications = List.copyOf(publications);
    }

    /**
     * Reads the topics of catalogues and of verdicts.
     *
     * @param leadMs how long after its publication a catalogue without a verdict takes effect, in ms
     */
    public static CatalogueArchive read(String bootstrapServers, Topics topics, long leadMs) {
        Verdicts verdicts = Verdicts.read(bootstrapServers, topics.audit());
        List<Publication> publications = new ArrayList<>();
        try (TopicReader reader = new TopicReader(bootstrapServers, topics.catalogue())) {
            reader.readAll(record -> {
                boolean isOfSource = record.key() != null && SourceEncoding.isKey(record.key());
                if (!isOfSource && !(Wire.decode(record.value(), Verdict.class) instanceof Decoded.Value<Verdict>)) {
                    publications.add(publication(record, leadMs, verdicts));
                }
            });
        }
        return new CatalogueArchive(publications);
    }

    private static Publication publication(
            ConsumerRecord<@Nullable String, byte @Nullable []> record, long leadMs, Verdicts verdicts) {
        String stage = record.key() == null ? "" : record.key();
        byte[] value = record.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        Map<String, String> remarks = new TreeMap<>();
        for (Header header : record.headers()) {
            remarks.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        Catalogue catalogue = CatalogueReader.read(text) instanceof CatalogueReader.Read read
                ? read.bundle().catalogue()
                : null;
        Optional<Verdict> verdict = verdicts.on(stage, Instant.ofEpochMilli(record.timestamp()));
        long computedMs = effectiveAtMs(record.timestamp() + leadMs, remarks.get(CatalogueHeaders.EFFECTIVE_AT));
        return new Publication(
                stage,
                record.offset(),
                record.timestamp(),
                verdict.map(Verdict::getEffectiveAt).map(Instant::toEpochMilli).orElse(computedMs),
                text,
                catalogue,
                remarks,
                verdict.filter(found -> !found.getAccepted())
                        .map(Verdicts::reason)
                        .orElse(null));
    }

    private static long effectiveAtMs(long earliestMs, @Nullable String wanted) {
        try {
            return wanted == null
                    ? earliestMs
                    : Math.max(earliestMs, Instant.parse(wanted).toEpochMilli());
        } catch (DateTimeException e) {
            return earliestMs;
        }
    }

    /**
     * The catalogues in force, each from its instant on; the first has always been.
     *
     * @param seed the catalogue that the job was submitted with, if it was never published
     * @throws HistoryException if there is none
     */
    public CatalogueTimeline timeline(@Nullable Catalogue seed) {
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        if (seed != null) {
            entries.add(new CatalogueTimeline.Entry(Long.MIN_VALUE, seed));
        }
        publications.stream()
                .filter(publication -> publication.stage().equals(CatalogueHeaders.LIVE))
                .sorted(IN_EFFECT)
                .forEach(publication -> {
                    Catalogue catalogue = publication.catalogue();
                    if (publication.isAccepted() && catalogue != null) {
                        entries.add(new CatalogueTimeline.Entry(
                                entries.isEmpty() ? Long.MIN_VALUE : publication.effectiveAtMs(), catalogue));
                    }
                });
        if (entries.isEmpty()) {
            throw new HistoryException(
                    "no catalogue has been published here; name the one that the job was started with"
                            + " by --catalogue DIR");
        }
        return new CatalogueTimeline(entries);
    }

    /**
     * The newest publication of a version, which may be given by its first digits.
     *
     * @throws HistoryException if there is none, or several versions begin so
     */
    public Publication find(String version) {
        List<Publication> found = publications.stream()
                .filter(publication -> !publication.version().isEmpty()
                        && publication.version().startsWith(version))
                .toList();
        if (found.isEmpty()) {
            throw new HistoryException("no catalogue of version '" + version + "' has been published; known are "
                    + publications.stream()
                            .map(Publication::version)
                            .filter(known -> !known.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        if (found.stream().map(Publication::version).distinct().count() > 1) {
            throw new HistoryException("several versions begin with '" + version + "'; give more digits");
        }
        return found.get(found.size() - 1);
    }
}
