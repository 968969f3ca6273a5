/** Tickets: one-time proofs for doors that browsers open as WebSockets, which send no headers. */
@NullMarked
package dev.jeton.server.tickets;

import org.jspecify.annotations.NullMarked;
