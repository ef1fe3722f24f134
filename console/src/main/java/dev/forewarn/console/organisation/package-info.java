/** Who works where and who is on duty: proposes units for alerts, and passes on what nobody takes up. */
@NullMarked
package dev.forewarn.console.organisation;

import org.jspecify.annotations.NullMarked;
