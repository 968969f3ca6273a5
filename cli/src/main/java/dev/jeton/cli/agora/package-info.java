/** Agora on the command line: mint, verify and inspect 007 and 006 tokens. */
@NullMarked
package dev.jeton.cli.agora;

import org.jspecify.annotations.NullMarked;
