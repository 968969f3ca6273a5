/** The settings that an operator changes while the server runs: kept in the store, on all nodes. */
@NullMarked
package dev.jeton.server.admin.settings;

import org.jspecify.annotations.NullMarked;
