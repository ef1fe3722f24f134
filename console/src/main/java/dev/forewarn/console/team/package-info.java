/** What a team opens first in the morning: its flags, its businesses, its trend. */
@NullMarked
package dev.forewarn.console.team;

import org.jspecify.annotations.NullMarked;
