/** The audit file on the command line: is it whole, and what is in it? */
@NullMarked
package dev.jeton.cli.audit;

import org.jspecify.annotations.NullMarked;
