@NullMarked
package dev.jeton.server.tickets;

import org.jspecify.annotations.NullMarked;
