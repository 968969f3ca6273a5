@NullMarked
package dev.jeton.bench;

import org.jspecify.annotations.NullMarked;
