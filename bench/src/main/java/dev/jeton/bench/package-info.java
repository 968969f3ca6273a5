/**
 * {@code jeton bench}: what Jeton costs, always beside something else measured in the same run. The
 * three benches have a package each; so has each platform, with its JMH classes.
 */
@NullMarked
package dev.jeton.bench;

import org.jspecify.annotations.NullMarked;
