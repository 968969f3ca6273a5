@NullMarked
package dev.jeton.server.policies;

import org.jspecify.annotations.NullMarked;
