/** The master keys and data keys of a running server. */
@NullMarked
package dev.jeton.cli.vault;

import org.jspecify.annotations.NullMarked;
