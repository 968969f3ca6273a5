/** Tests of people and their sessions. */
@NullMarked
package dev.jeton.server.people;

import org.jspecify.annotations.NullMarked;
