package dev.forewarn.console.step;

/** A step cannot be taken; why, for people, and by a reason as the engine would give it. */
public final class StepRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    StepRefused(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** unknown-alert, stale-step, impossible-step, bad-disposal, or log-away. */
    public String reason() {
        return reason;
    }
}
