/** What Kandy's tokens cost: one class per operation, one method per contender. */
@NullMarked
package dev.jeton.bench.kandy;

import org.jspecify.annotations.NullMarked;
