/** Hub in {@code /api/v1}, and the public keys of its issuers. */
@NullMarked
package dev.jeton.server.hub.api;

import org.jspecify.annotations.NullMarked;
