/** Doors that stand open to everybody, one by one: under which policy, how often, and who guards them. */
@NullMarked
package dev.jeton.server.opendoors;

import org.jspecify.annotations.NullMarked;
