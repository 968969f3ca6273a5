/**
 * Everything that answers HTTP: one pipeline that every request goes through, and the doors that
 * the platforms' rooms open in it.
 */
@NullMarked
package dev.jeton.server.http;

import org.jspecify.annotations.NullMarked;
