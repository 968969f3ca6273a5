/** Resources from a file on a running server: what would change, and making it so. */
@NullMarked
package dev.jeton.cli.apply;

import org.jspecify.annotations.NullMarked;
