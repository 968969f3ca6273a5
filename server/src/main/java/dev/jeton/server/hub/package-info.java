/**
 * Hub in the server: its issuers, the challenges that prove an identity, and the tokens that are minted
 * for the answers. The HTTP side is in {@code api}.
 */
@NullMarked
package dev.jeton.server.hub;

import org.jspecify.annotations.NullMarked;
