@NullMarked
package dev.jeton.tokens;

import org.jspecify.annotations.NullMarked;
