/** Asks every operation of the API's description for what nobody should ask. */
@NullMarked
package dev.jeton.server.fuzz;

import org.jspecify.annotations.NullMarked;
