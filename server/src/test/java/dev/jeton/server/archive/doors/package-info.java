@NullMarked
package dev.jeton.server.archive.doors;

import org.jspecify.annotations.NullMarked;
