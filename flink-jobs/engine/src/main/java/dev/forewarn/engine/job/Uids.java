package dev.forewarn.engine.job;

/** The ids under which operators find their state again. Never edited. */
public final class Uids {

    public static final String LOG_SOURCE = "log-source";
    public static final String INTAKE = "intake";
    public static final String CATALOGUE_SOURCE = "catalogue-source";
    public static final String CATALOGUE_CHECK = "catalogue-check";
    public static final String CATALOGUE_CLOCK = "catalogue-clock";
    public static final String CATALOGUE_VERDICT = "catalogue-verdict";
    public static final String ASSESS = "assess";
    public static final String SOURCE_WATCH = "source-watch";
    public static final String SOURCE_ROUTES = "source-routes";
    public static final String SOURCE_SINK = "source-sink";
    public static final String RESULT_ROUTES = "result-routes";
    public static final String RESULT_SINK = "result-sink";
    public static final String REJECT_ROUTES = "reject-routes";
    public static final String REJECT_SINK = "reject-sink";
    public static final String DISPOSAL_SOURCE = "disposal-source";
    public static final String DISPOSAL_SINK = "disposal-sink";
    public static final String TICK_SOURCE = "tick-source";
    public static final String TICK_SPREAD = "tick-spread";
    public static final String TICK_SINK = "tick-sink";

    private Uids() {}
}
