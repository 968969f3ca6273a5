@NullMarked
package dev.jeton.server.callers;

import org.jspecify.annotations.NullMarked;
