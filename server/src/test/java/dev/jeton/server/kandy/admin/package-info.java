/** Tests of what operators administer of Kandy. */
@NullMarked
package dev.jeton.server.kandy.admin;

import org.jspecify.annotations.NullMarked;
