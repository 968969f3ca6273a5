/** Tests of Agora's part of administration. */
@org.jspecify.annotations.NullMarked
package dev.jeton.server.agora.admin;
