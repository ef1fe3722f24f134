package dev.forewarn.core.alert;

/** Why an alert was cleared. The wire names are never changed. */
public enum ClearReason {
    /** Time alone ended the condition. */
    EXPIRY("expiry"),
    /** A message about the entity ended it. */
    ACTION("action"),
    /** The rule was changed or removed. */
    RULE_CHANGE("rule-change"),
    /** The business was struck off the register. */
    DEREGISTERED("deregistered"),
    /** People had closed it, and there is more now: a new alert takes its place. */
    SUPERSEDED("superseded");

    private final String wireName;

    ClearReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
