/** Kandy on the command line: mint, verify and inspect the tokens of anonymous calls. */
@NullMarked
package dev.jeton.cli.kandy;

import org.jspecify.annotations.NullMarked;
