@NullMarked
package dev.jeton.server.archive;

import org.jspecify.annotations.NullMarked;
