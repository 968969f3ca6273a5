/**
 * Where the server's settings come from: built-in defaults, jeton.yaml, the environment (with .env)
 * and the command line. Each room declares its own section; this room knows none of them.
 */
@NullMarked
package dev.jeton.server.settings;

import org.jspecify.annotations.NullMarked;
