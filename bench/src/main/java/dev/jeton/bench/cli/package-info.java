/** {@code bench cli}: how long a user waits for a command. */
@NullMarked
package dev.jeton.bench.cli;

import org.jspecify.annotations.NullMarked;
