/** People who sign in: their accounts, passwords and sessions, and the pages where they do. */
@NullMarked
package dev.jeton.server.people;

import org.jspecify.annotations.NullMarked;
