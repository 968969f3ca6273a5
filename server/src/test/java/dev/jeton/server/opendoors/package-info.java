/** Tests of open doors and their guards. */
@NullMarked
package dev.jeton.server.opendoors;

import org.jspecify.annotations.NullMarked;
