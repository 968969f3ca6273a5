/** Strict text and byte codings that several formats need. */
@NullMarked
package dev.jeton.tokens.encoding;

import org.jspecify.annotations.NullMarked;
