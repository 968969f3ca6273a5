/**
 * The command line, {@code jeton}: the tree of commands and what none of the platforms owns. A
 * platform adds a room of its own and one line in {@link dev.jeton.cli.Platforms}.
 */
@NullMarked
package dev.jeton.cli;

import org.jspecify.annotations.NullMarked;
