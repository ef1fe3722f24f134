package dev.forewarn.engine.operator;

/** Every metric of the job. Names and labels are shown to monitoring and never change. */
public enum EngineMetrics {
    EVENTS("eventsTotal", "Events taken in, duplicates included."),
    TICKS("ticksTotal", "Ticks read from the log."),
    REJECTS("rejectsTotal", "Inputs refused; label reason."),
    BEYOND_UNTIL("eventsBeyondUntilTotal", "Events left out since they were published after forewarn.clock.until."),
    DUPLICATES("duplicatesTotal", "Events that said exactly what was known."),
    LATE("lateEventsTotal", "Events that lay behind their entity's clock, and were applied at it."),
    LATENESS("latenessMs", "How far late events lay behind, in ms; histogram."),
    INVALID_CODES("invalidCodesTotal", "Events of entities whose credit code fails the check digit of GB 32100."),
    WAKE_UPS("wakeUpsTotal", "Wake-ups of entities by time."),
    WALKED(
            "walkedTotal",
            "Businesses looked at by walks over all of them, when a catalogue is tried or has taken effect."),
    REASSESSED("reassessedTotal", "Businesses that a walk moved on to another catalogue."),
    WALK_STEP("walkStepNs", "How long one step of a walk kept events waiting, in ns; histogram."),
    ASSESSMENTS("assessmentsTotal", "Assessments sent."),
    ALERTS(
            "alertsTotal",
            "Alert transitions sent; labels level and domain (the first that it concerns; 'other' if that has no topic)."),
    ALERTS_REFUSED("alertsRefusedTotal", "Conditions that raised nothing since the entity has 512 alerts already."),
    ALERTS_WITHOUT_TOPIC("alertsWithoutTopicTotal", "Alerts for a domain without a topic of its own."),
    SHADOW_ALERTS("shadowAlertsTotal", "Alert transitions of the shadow stage sent."),
    CLASSES("monthlyClassesTotal", "Month-end classes sent."),
    OFFICIAL_CLASSES("officialClassesTotal", "Monthly classes of the official platform taken in."),
    DISPOSALS("disposalsTotal", "People's steps about alerts taken."),
    DOSSIER_BYTES("dossierBytes", "Size of stored dossiers, in bytes; histogram."),
    ASSESS_TIME(
            "assessTimeNs",
            "Time from the bytes of an event to the outputs of its step, the reading of its state included, in ns; histogram, sampled.");

    /** Group of all of them, below the operator. */
    public static final String GROUP = "forewarn";

    /** Label of {@link #REJECTS}. */
    public static final String REASON = "reason";

    /** Label of {@link #ALERTS}. */
    public static final String LEVEL = "level";

    /** Label of {@link #ALERTS}. */
    public static final String DOMAIN = "domain";

    private final String metricName;
    private final String description;

    EngineMetrics(String metricName, String description) {
        this.metricName = metricName;
        this.description = description;
    }

    /** The name under which monitoring sees it. */
    public String metricName() {
        return metricName;
    }

    /** One sentence for the manual. */
    public String description() {
        return description;
    }
}
