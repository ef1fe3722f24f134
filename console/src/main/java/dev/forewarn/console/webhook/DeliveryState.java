package dev.forewarn.console.webhook;

/** How far a delivery is. */
public enum DeliveryState {
    /** To be sent, for the first time or again. */
    WAITING,
    /** The receiver has said that it has it. */
    DELIVERED,
    /** Given up, until somebody sends it again. */
    DEAD
}
