package dev.jeton.server.access;

import dev.jeton.tokens.Secret;
import org.jspecify.annotations.Nullable;

/** The operator's proof: {@code Bearer} and the token in {@code admin.token}. */
public final class OperatorProof implements Proof {
  private static final String SCHEME = "Bearer ";

  private final Secret adminToken;

  public OperatorProof(Secret adminToken) {
    this.adminToken = adminToken;
  }

  @Override
  public @Nullable Caller check(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    Secret given = Secret.ofText(authorization.substring(SCHEME.length()).strip());
    return given.equals(adminToken) ? new Caller.Operator() : null;
  }
}
