@NullMarked
package dev.jeton.server.admin;

import org.jspecify.annotations.NullMarked;
