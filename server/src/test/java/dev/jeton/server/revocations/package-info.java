@NullMarked
package dev.jeton.server.revocations;

import org.jspecify.annotations.NullMarked;
