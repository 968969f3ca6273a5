/** A copy of what a running server stores. */
@NullMarked
package dev.jeton.cli.backup;

import org.jspecify.annotations.NullMarked;
