@NullMarked
package dev.jeton.server.agora.kick;

import org.jspecify.annotations.NullMarked;
