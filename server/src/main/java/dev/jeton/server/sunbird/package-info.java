/**
 * Sunbird in the server: its credentials, what may be minted under them, and how a token is verified.
 * The HTTP side is in {@code api}.
 */
@NullMarked
package dev.jeton.server.sunbird;

import org.jspecify.annotations.NullMarked;
