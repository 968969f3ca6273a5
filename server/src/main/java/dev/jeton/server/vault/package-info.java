/** Keys that this server makes for itself. Knows no platform. */
@NullMarked
package dev.jeton.server.vault;

import org.jspecify.annotations.NullMarked;
