/** Agora's banning rules: what keeps a user out whose token is still good. */
@NullMarked
package dev.jeton.server.agora.kick;

import org.jspecify.annotations.NullMarked;
