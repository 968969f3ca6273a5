package dev.jeton.server.access;

import dev.jeton.server.access.Callers.Identified;
import dev.jeton.tokens.Secret;
import java.util.Optional;

/** The operator's proof: {@code Bearer} and the token in {@code admin.token}. */
public final class OperatorProof implements Proof {
  private final Secret adminToken;

  public OperatorProof(Secret adminToken) {
    this.adminToken = adminToken;
  }

  @Override
  public Optional<Identified> check(Presented presented) {
    return presented
        .bearer()
        .filter(given -> Secret.ofText(given).equals(adminToken))
        .map(same -> new Identified.As(new Caller.Operator()));
  }
}
