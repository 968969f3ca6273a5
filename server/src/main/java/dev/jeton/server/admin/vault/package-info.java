/** The doors of the vault: where the keys are, and their rotation. */
@NullMarked
package dev.jeton.server.admin.vault;

import org.jspecify.annotations.NullMarked;
