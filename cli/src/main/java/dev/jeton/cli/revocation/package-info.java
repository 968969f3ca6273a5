/** {@code jeton revocation}: what a running server refuses though it is genuine. */
@NullMarked
package dev.jeton.cli.revocation;

import org.jspecify.annotations.NullMarked;
