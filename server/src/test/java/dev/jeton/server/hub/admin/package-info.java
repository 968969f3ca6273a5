/** Tests of what operators administer of Hub. */
@NullMarked
package dev.jeton.server.hub.admin;

import org.jspecify.annotations.NullMarked;
