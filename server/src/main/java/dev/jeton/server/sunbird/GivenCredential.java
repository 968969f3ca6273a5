package dev.jeton.server.sunbird;

import dev.jeton.tokens.Secret;
import java.util.Optional;

/** A credential of file or environment, with its secret unless a public key stands in its place. */
public record GivenCredential(CredentialSpec spec, Optional<Secret> secret) {}
