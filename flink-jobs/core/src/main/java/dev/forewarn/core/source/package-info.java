/** Whether the systems that send events still send: knows days and what is allowed, nothing of what they send. */
@NullMarked
package dev.forewarn.core.source;

import org.jspecify.annotations.NullMarked;
