@NullMarked
package dev.jeton.server.limits;

import org.jspecify.annotations.NullMarked;
