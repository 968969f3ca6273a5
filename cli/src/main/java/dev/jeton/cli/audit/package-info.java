/** The audit file on the command line: is it whole? */
@NullMarked
package dev.jeton.cli.audit;

import org.jspecify.annotations.NullMarked;
