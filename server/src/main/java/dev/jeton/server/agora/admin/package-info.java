/** Agora's part of administration: its projects, their certificates, and temporary tokens. */
@NullMarked
package dev.jeton.server.agora.admin;

import org.jspecify.annotations.NullMarked;
