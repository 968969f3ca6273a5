@NullMarked
package dev.jeton.server.hub.admin;

import org.jspecify.annotations.NullMarked;
