/** Reading and writing of packed bytes; knows nothing of what they mean. */
@NullMarked
package dev.forewarn.core.bytes;

import org.jspecify.annotations.NullMarked;
