@NullMarked
package dev.jeton.server.access;

import org.jspecify.annotations.NullMarked;
