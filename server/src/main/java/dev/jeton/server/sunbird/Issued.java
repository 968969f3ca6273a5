package dev.jeton.server.sunbird;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.tokens.Renewal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A token with what its answer and its audit row say. */
public final class Issued {
  /** The event in the audit. */
  static final String EVENT = "sunbird-mint";

  private final Call call;
  private final SunbirdCredential credential;
  private final Wish wish;
  private final String token;
  private final Instant issuedAt;
  private final Optional<String> qsh;

  Issued(
      Call call,
      SunbirdCredential credential,
      Wish wish,
      String token,
      Instant issuedAt,
      Optional<String> qsh) {
    this.call = call;
    this.credential = credential;
    this.wish = wish;
    this.token = token;
    this.issuedAt = issuedAt;
    this.qsh = qsh;
  }

  public String token() {
    return token;
  }

  public SunbirdCredential credential() {
    return credential;
  }

  /** The hash of the request that it is bound to; null where it is for any. */
  public @Nullable String qsh() {
    return qsh.orElse(null);
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** When it ends; null where it does not. */
  public @Nullable Instant expiresAt() {
    return wish.lifetime().map(issuedAt::plus).orElse(null);
  }

  /** When to fetch the next one; null where it has no end. */
  public @Nullable Instant renewAt() {
    Instant end = expiresAt();
    return end == null ? null : Renewal.at(issuedAt, end);
  }

  /** The times as headers. */
  public Answer headers(Answer answer) {
    Instant end = expiresAt();
    return end == null ? answer : answer.lasting(end, Renewal.at(issuedAt, end));
  }

  /** Who got which token. Of the claims only the names: what they say may be about a person. */
  public AuditRow row() {
    Map<String, String> details = new TreeMap<>();
    details.put("credential", credential.name());
    details.put("key", credential.key());
    Instant end = expiresAt();
    details.put("expiresAt", end == null ? "never" : end.toString());
    qsh.ifPresent(hash -> details.put("qsh", hash));
    wish.api().ifPresent(id -> details.put("api", id));
    if (!wish.claims().members().isEmpty()) {
      details.put("claims", String.join(", ", wish.claims().members().keySet()));
    }
    return call.row(EVENT, SunbirdTokens.PLATFORM, "minted", null, details, token);
  }

  @Override
  public String toString() {
    return "Issued[" + credential.name() + ", " + issuedAt + "]";
  }
}
