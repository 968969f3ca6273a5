@NullMarked
package dev.jeton.server;

import org.jspecify.annotations.NullMarked;
