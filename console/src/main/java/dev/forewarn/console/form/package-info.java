/** The one form: checklists by domain, visits that fill them, and the facts that a visit becomes. */
@NullMarked
package dev.forewarn.console.form;

import org.jspecify.annotations.NullMarked;
