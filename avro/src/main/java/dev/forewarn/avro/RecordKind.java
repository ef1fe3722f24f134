package dev.forewarn.avro;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;

/** The records that may stand in a message of their own, each with its present schema. */
@SuppressWarnings("ImmutableEnumChecker") // Schemas and encoders are not annotated, but never change once made.
public enum RecordKind {
    EVENT(Event.class, Event.getClassSchema(), Event.getEncoder(), "entity_id", "recorded_at", "type"),
    DISPOSAL(Disposal.class, Disposal.getClassSchema(), Disposal.getEncoder(), "entity_id", "recorded_at"),
    TICK(Tick.class, Tick.getClassSchema(), Tick.getEncoder(), "at"),
    ASSESSMENT(Assessment.class, Assessment.getClassSchema(), Assessment.getEncoder()),
    ALERT(Alert.class, Alert.getClassSchema(), Alert.getEncoder()),
    MONTHLY_CLASS(
            MonthlyClass.class, MonthlyClass.getClassSchema(), MonthlyClass.getEncoder(), "entity_id", "recorded_at"),
    REJECT(Reject.class, Reject.getClassSchema(), Reject.getEncoder()),
    VERDICT(Verdict.class, Verdict.getClassSchema(), Verdict.getEncoder()),
    SOURCE_STATE(SourceState.class, SourceState.getClassSchema(), SourceState.getEncoder());

    private final Class<? extends SpecificRecord> type;
    private final Schema schema;
    private final BinaryMessageEncoder<? extends SpecificRecord> encoder;
    private final List<String> envelopeFields;

    <T extends SpecificRecord> RecordKind(
            Class<T> type, Schema schema, BinaryMessageEncoder<T> encoder, String... envelopeFields) {
        this.type = type;
        this.schema = schema;
        this.encoder = encoder;
        this.envelopeFields = List.of(envelopeFields);
    }

    /** The generated class. */
    public Class<? extends SpecificRecord> type() {
        return type;
    }

    /** The present schema: what this build writes, and into which it resolves what others wrote. */
    public Schema schema() {
        return schema;
    }

    /** Name of the record, which is also the name of its folder in {@code history/}. */
    public String recordName() {
        return schema.getName();
    }

    /** Whether the record belongs on the log, that is, has an {@link Envelope}. */
    public boolean isOnLog() {
        return !envelopeFields.isEmpty();
    }

    /** Fields with which every schema of this record begins, in this order; empty if it is not on the log. */
    List<String> envelopeFields() {
        return envelopeFields;
    }

    /** The caller gives a record of {@link #type()}. */
    @SuppressWarnings("unchecked") // The constructor takes class and encoder of one type; of() finds by that class.
    BinaryMessageEncoder<SpecificRecord> encoder() {
        return (BinaryMessageEncoder<SpecificRecord>) encoder;
    }

    /** Refuses, as a fault of the program, a record that is only ever part of another. */
    static RecordKind of(Class<?> type) {
        for (RecordKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a message holds one of the records of RecordKind; got " + type.getName());
    }
}
