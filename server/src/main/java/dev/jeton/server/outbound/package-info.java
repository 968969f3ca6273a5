/** What requests to other servers have in common. It knows no room that sends them. */
@NullMarked
package dev.jeton.server.outbound;

import org.jspecify.annotations.NullMarked;
