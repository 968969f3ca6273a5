/** {@code jeton policy}: what callers may have minted, on a running server. */
@NullMarked
package dev.jeton.cli.policy;

import org.jspecify.annotations.NullMarked;
