package dev.forewarn.cli.history;

/** The headers of a record on the topic of catalogues, and its keys. Texts in UTF-8. */
public final class CatalogueHeaders {

    /** Key of a catalogue that is to be in force. */
    public static final String LIVE = "live";

    /** Key of a catalogue that is assessed beside it. */
    public static final String SHADOW = "shadow";

    /** Who published it. */
    public static final String AUTHOR = "author";

    /** Who approved it: another person. */
    public static final String APPROVER = "approver";

    /** Why. */
    public static final String COMMENT = "comment";

    /** From when on it is to be in force, an ISO instant; not before the lead is over. */
    public static final String EFFECTIVE_AT = "effective-at";

    /** The share of businesses that it may move to a worse class, in [0, 1]. */
    public static final String MAY_MOVE = "may-move";

    private CatalogueHeaders() {}
}
