package dev.forewarn.core.indicator;

/** A name in Chinese and in English. */
public record Label(String zh, String en) {}
