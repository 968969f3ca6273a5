package dev.jeton.server.revocations;

/**
 * Whose tokens they are: a project, a realm, an issuer, a credential.
 *
 * @param id what stays when it is renamed; never empty
 * @param name as operators call it
 */
public record Owner(String id, String name) {}
