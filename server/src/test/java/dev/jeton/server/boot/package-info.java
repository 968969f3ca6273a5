@NullMarked
package dev.jeton.server.boot;

import org.jspecify.annotations.NullMarked;
