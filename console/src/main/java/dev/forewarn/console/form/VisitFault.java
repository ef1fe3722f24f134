package dev.forewarn.console.form;

/**
 * What keeps a visit from being recorded.
 *
 * @param field that is at fault
 * @param code of the fault, by which pages have its text
 * @param detail what came, or what was expected; may be empty
 */
public record VisitFault(String field, String code, String detail) {}
