/** {@code bench tokens}: runs every JMH class of the platforms and sets the contenders side by side. */
@NullMarked
package dev.jeton.bench.tokens;

import org.jspecify.annotations.NullMarked;
