/**
 * What JWTs cost, whatever platform they are for: one class per operation, one method per contender,
 * found by JMH.
 */
@NullMarked
package dev.jeton.bench.jwt;

import org.jspecify.annotations.NullMarked;
