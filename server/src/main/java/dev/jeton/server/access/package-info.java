/** Who asks: how a request arrived, whether it is local, which origin it has, which caller it is. */
@NullMarked
package dev.jeton.server.access;

import org.jspecify.annotations.NullMarked;
