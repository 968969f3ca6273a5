/** The settings of a running server that an operator changes at run time. */
@NullMarked
package dev.jeton.cli.settings;

import org.jspecify.annotations.NullMarked;
