/** The operator's own identity providers: what they publish, and the tokens that they sign. */
@NullMarked
package dev.jeton.server.oidc;

import org.jspecify.annotations.NullMarked;
