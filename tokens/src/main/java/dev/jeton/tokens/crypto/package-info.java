/** The few cryptographic pieces that several formats need. */
@NullMarked
package dev.jeton.tokens.crypto;

import org.jspecify.annotations.NullMarked;
