/** What {@code ./jeton} does before Java runs, with stand-ins for Maven and Java. */
@NullMarked
package dev.jeton.cli.launcher;

import org.jspecify.annotations.NullMarked;
