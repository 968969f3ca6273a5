/** Starts and stops the server, and puts its rooms together. */
@NullMarked
package dev.jeton.server.boot;

import org.jspecify.annotations.NullMarked;
