/**
 * The audit file itself: segments of hash-chained lines, how they are written and how they are
 * checked. Needs nothing but the JDK, because the command line ships this package alone.
 */
@NullMarked
package dev.jeton.server.audit.chain;

import org.jspecify.annotations.NullMarked;
