package dev.forewarn.cli.history;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Every catalogue that an installation has seen: the topic keeps their texts for ever.
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
     * Reads the topics of catalogues and of rejects.
     *
     * @param leadMs how long after its publication a catalogue takes effect, as the job was told, in ms
     */
    public static CatalogueArchive read(String bootstrapServers, Topics topics, long leadMs) {
        Map<Long, String> refusals = refusals(bootstrapServers, topics);
        List<Publication> publications = new ArrayList<>();
        try (TopicReader reader = new TopicReader(bootstrapServers, topics.catalogue())) {
            reader.readAll(record -> publications.add(publication(record, leadMs, refusals.get(record.offset()))));
        }
        return new CatalogueArchive(publications);
    }

    /** What the job said against catalogues, by their offset. */
    private static Map<Long, String> refusals(String bootstrapServers, Topics topics) {
        Map<Long, String> refusals = new HashMap<>();
        try (TopicReader reader = new TopicReader(bootstrapServers, topics.rejects())) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), Reject.class) instanceof Decoded.Value<Reject> reject
                        && reject.value().getTopic().equals(topics.catalogue())) {
                    refusals.put(reject.value().getOffset(), reject.value().getDetail());
                }
            });
        }
        return refusals;
    }

    private static Publication publication(
            ConsumerRecord<@Nullable String, byte @Nullable []> record, long leadMs, @Nullable String refusal) {
        byte[] value = record.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        Map<String, String> remarks = new TreeMap<>();
        for (Header header : record.headers()) {
            remarks.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        CatalogueReader.Result result = CatalogueReader.read(text);
        Catalogue catalogue =
                result instanceof CatalogueReader.Read read ? read.bundle().catalogue() : null;
        return new Publication(
                record.key() == null ? "" : record.key(),
                record.offset(),
                record.timestamp(),
                effectiveAtMs(record.timestamp() + leadMs, remarks.get(CatalogueHeaders.EFFECTIVE_AT)),
                text,
                catalogue,
                remarks,
                refusal != null || catalogue != null || isEndOfShadow(record) ? refusal : "it cannot be read");
    }

    /** A record without value ends the shadow stage. */
    private static boolean isEndOfShadow(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        return CatalogueHeaders.SHADOW.equals(record.key()) && (value == null || value.length == 0);
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
