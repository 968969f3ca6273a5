/** The audit log as the server uses it: rows before the answer by group commit, notes afterwards. */
@NullMarked
package dev.jeton.server.audit;

import org.jspecify.annotations.NullMarked;
