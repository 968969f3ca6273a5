package dev.jeton.server.hub;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.tokens.Renewal;
import dev.jeton.tokens.hub.HubToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A token with what its answer and its audit row say. */
public final class Issued {
  private final Call call;
  private final Proven proven;
  private final HubToken token;
  private final String text;

  Issued(Call call, Proven proven, HubToken token) {
    this.call = call;
    this.proven = proven;
    this.token = token;
    this.text = token.signedBy(proven.issuer().key());
  }

  public String token() {
    return text;
  }

  /** By which it can be revoked. */
  public Optional<String> id() {
    return token.id();
  }

  /** Who proved to own the key. */
  public String identity() {
    return proven.identity().text();
  }

  /** Who signed. */
  public String issuer() {
    return proven.issuer().publicKey().text();
  }

  public Instant issuedAt() {
    return token.issuedAt();
  }

  /** Empty for a token that never ends. */
  public Optional<Instant> expiresAt() {
    return token.expiresAt();
  }

  public Optional<Instant> renewAt() {
    return expiresAt().map(end -> Renewal.at(issuedAt(), end));
  }

  /** The answer with the times in its headers, where there are any. */
  public Answer headers(Answer answer) {
    return expiresAt()
        .map(end -> answer.lasting(end, Renewal.at(issuedAt(), end)))
        .orElse(answer);
  }

  /** Who got which token. */
  public AuditRow row() {
    Map<String, String> details = new TreeMap<>();
    details.put("issuer", issuer());
    details.put("challengeId", proven.challengeId());
    token.id().ifPresent(id -> details.put("jti", id));
    details.put("expiresAt", expiresAt().map(Instant::toString).orElse("never"));
    return call.row(HubTokens.EVENT, HubTokens.PLATFORM, "minted", null, details, text)
        .about(People.NONE.and(HubTokens.PUBLIC_KEY, identity()));
  }

  @Override
  public String toString() {
    return "Issued[" + identity() + "]";
  }
}
