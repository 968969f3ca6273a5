@NullMarked
package dev.jeton.server.settings;

import org.jspecify.annotations.NullMarked;
