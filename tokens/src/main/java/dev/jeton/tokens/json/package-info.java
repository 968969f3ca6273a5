/**
 * JSON as tokens carry it: small, immutable, bounded, and read so strictly that no two readers can
 * see two things in one text.
 */
@NullMarked
package dev.jeton.tokens.json;

import org.jspecify.annotations.NullMarked;
