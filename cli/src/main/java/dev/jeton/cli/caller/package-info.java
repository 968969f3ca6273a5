/** {@code jeton caller}: the programs that may ask a server for tokens. */
@NullMarked
package dev.jeton.cli.caller;

import org.jspecify.annotations.NullMarked;
