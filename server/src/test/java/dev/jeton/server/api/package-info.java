@NullMarked
package dev.jeton.server.api;

import org.jspecify.annotations.NullMarked;
