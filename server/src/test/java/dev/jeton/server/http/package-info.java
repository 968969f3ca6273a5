@NullMarked
package dev.jeton.server.http;

import org.jspecify.annotations.NullMarked;
