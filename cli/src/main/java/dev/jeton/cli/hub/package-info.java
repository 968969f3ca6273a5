/** Hub on the command line: mint, verify and inspect identity tokens, make keys and answer challenges. */
@NullMarked
package dev.jeton.cli.hub;

import org.jspecify.annotations.NullMarked;
