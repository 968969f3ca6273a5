/**
 * What Agora's tokens cost: one class per operation, one method per contender. {@code Mint007} and
 * its like are found by JMH, so nothing else lists them.
 */
@NullMarked
package dev.jeton.bench.agora;

import org.jspecify.annotations.NullMarked;
