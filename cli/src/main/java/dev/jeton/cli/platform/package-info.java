/** What a platform gives to the command line. */
@NullMarked
package dev.jeton.cli.platform;

import org.jspecify.annotations.NullMarked;
