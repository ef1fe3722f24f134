package dev.forewarn.console.message;

/** A rule that moves a class whatever the score, with its basis. */
public record DirectRule(String domain, String rule, String nameZh, String nameEn, String effect, String basis) {}
