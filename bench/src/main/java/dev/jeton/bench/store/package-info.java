/** {@code bench store}: a start and a list with many projects in the store. */
@NullMarked
package dev.jeton.bench.store;

import org.jspecify.annotations.NullMarked;
