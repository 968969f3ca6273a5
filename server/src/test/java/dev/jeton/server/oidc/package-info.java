/** Tests of identity providers, with one of their own. */
@org.jspecify.annotations.NullMarked
package dev.jeton.server.oidc;
