package dev.forewarn.city;

/** The legal kind of a business, with its share of all businesses: nation, September 2023 [S56]. */
enum Form {
    ENTERPRISE("enterprise", '1', 56.7 / 181),
    SELF_EMPLOYED("self-employed", '2', 122.0 / 181),
    COOPERATIVE("cooperative", '3', 2.24 / 181);

    private final String wire;
    private final char symbol;
    private final double share;

    Form(String wire, char symbol, double share) {
        this.wire = wire;
        this.symbol = symbol;
        this.share = share;
    }

    /** How a profile says it. */
    String wire() {
        return wire;
    }

    /** The second symbol of its credit code. */
    char symbol() {
        return symbol;
    }

    double share() {
        return share;
    }
}
