package dev.forewarn.cli.count;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is on the topics of assessments, month-end classes and rejects; a repeated message counts once where it can. */
public final class OutputCount {

    private static final int MONTHS_IN_YEAR = 12;

    private final Map<String, String> newestClass = new HashMap<>();
    private final Map<String, BitSet> months = new HashMap<>();
    private final SortedMap<String, Long> classes = new TreeMap<>();
    private final Set<String> refusedInputs = new HashSet<>();
    private final SortedMap<String, Long> rejects = new TreeMap<>();
    private long assessments;
    private long monthlyClasses;
    private @Nullable YearMonth firstMonth;
    private @Nullable YearMonth lastMonth;

    /** Takes the next message of the topic of assessments. */
    public void addAssessment(byte[] message) {
        if (Wire.decode(message, Assessment.class) instanceof Decoded.Value<Assessment> assessment) {
            assessments++;
            newestClass.put(assessment.value().getEntityId(), assessment.value().getHeadlineClass());
        }
    }

    /** Takes the next message of the topic of month-end classes. */
    public void addMonthlyClass(byte[] message) {
        if (Wire.decode(message, MonthlyClass.class) instanceof Decoded.Value<MonthlyClass> found) {
            MonthlyClass monthly = found.value();
            YearMonth month = YearMonth.parse(monthly.getMonth());
            BitSet known = months.computeIfAbsent(monthly.getEntityId(), entity -> new BitSet());
            int index = month.getYear() * MONTHS_IN_YEAR + month.getMonthValue() - 1;
            if (!known.get(index)) {
                known.set(index);
                monthlyClasses++;
                classes.merge(monthly.getHeadlineClass(), 1L, Long::sum);
                firstMonth = firstMonth == null || month.isBefore(firstMonth) ? month : firstMonth;
                lastMonth = lastMonth == null || month.isAfter(lastMonth) ? month : lastMonth;
            }
        }
    }

    /** Takes the next message of the topic of rejects. */
    public void addReject(byte[] message) {
        if (Wire.decode(message, Reject.class) instanceof Decoded.Value<Reject> found) {
            Reject reject = found.value();
            if (refusedInputs.add(reject.getTopic() + '\n' + reject.getPartition() + '\n' + reject.getOffset())) {
                rejects.merge(reject.getReason(), 1L, Long::sum);
            }
        }
    }

    /** Messages now on the topic, which Kafka thins over time. */
    public long assessments() {
        return assessments;
    }

    /** Businesses that have an assessment. */
    public long assessedEntities() {
        return newestClass.size();
    }

    /** Businesses by the worst class of their newest assessment. */
    public SortedMap<String, Long> entitiesByClass() {
        SortedMap<String, Long> entities = new TreeMap<>();
        newestClass.values().forEach(label -> entities.merge(label, 1L, Long::sum));
        return entities;
    }

    /** Different pairs of business and month. */
    public long monthlyClasses() {
        return monthlyClasses;
    }

    /** Month-end classes by label. */
    public SortedMap<String, Long> monthlyByClass() {
        return new TreeMap<>(classes);
    }

    /** The first month that was classified; null if none was. */
    public @Nullable YearMonth firstMonth() {
        return firstMonth;
    }

    /** The last month that was classified; null if none was. */
    public @Nullable YearMonth lastMonth() {
        return lastMonth;
    }

    /** Refused inputs by reason. */
    public SortedMap<String, Long> rejects() {
        return new TreeMap<>(rejects);
    }
}
