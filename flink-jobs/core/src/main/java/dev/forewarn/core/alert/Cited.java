package dev.forewarn.core.alert;

import dev.forewarn.core.bytes.Digest64;
import dev.forewarn.core.fact.Fact;

/** A fact as evidence. */
public record Cited(String type, Fact fact) {

    /** Names the record among those of its entity. */
    public long key() {
        return keyOf(type, fact.recordKey());
    }

    public static long keyOf(String type, String recordKey) {
        return new Digest64().add(type).add(recordKey).value();
    }
}
