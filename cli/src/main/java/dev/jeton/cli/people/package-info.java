/** {@code jeton person}: the people who may sign in to a running server. */
@NullMarked
package dev.jeton.cli.people;

import org.jspecify.annotations.NullMarked;
