/** Tells operators by mail or webhook what is wrong, or will be. Knows no platform. */
@NullMarked
package dev.jeton.server.alerts;

import org.jspecify.annotations.NullMarked;
