package dev.forewarn.city;

/** What makes things happen more often: nothing, or the state of a business, told apart by its part. */
enum Group {
    /** As often to good businesses as to bad ones. */
    STEADY,
    /** What is made, sold or served is bad. */
    QUALITY,
    /** Customers, rivals and the law are treated badly. */
    CONDUCT,
    /** Money is short. */
    FINANCE
}
