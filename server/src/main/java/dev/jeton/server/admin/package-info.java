/** The frame in which every platform's things are administered over HTTP. Knows no platform. */
@NullMarked
package dev.jeton.server.admin;

import org.jspecify.annotations.NullMarked;
