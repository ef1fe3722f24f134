package dev.forewarn.core.event;

/** What an event does to its record. The order counts: of two versions with equal stamps the retraction wins. */
public enum Op {
    /** States the record, or states it anew. */
    ASSERT,
    /** Says that the record should never have been. */
    RETRACT
}
