/** {@code bench load}: the minting door beside a constant answer of the same server, under wrk. */
@NullMarked
package dev.jeton.bench.load;

import org.jspecify.annotations.NullMarked;
