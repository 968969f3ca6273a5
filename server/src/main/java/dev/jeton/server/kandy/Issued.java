package dev.jeton.server.kandy;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.tokens.Renewal;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.Triple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tokens of a call with what their answer and their audit row say. */
public final class Issued {
  private final Call call;
  private final KandyRealm realm;
  private final Convention convention;
  private final Parties parties;
  private final IssuedTriple issued;

  Issued(Call call, KandyRealm realm, Convention convention, Parties parties, IssuedTriple issued) {
    this.call = call;
    this.realm = realm;
    this.convention = convention;
    this.parties = parties;
    this.issued = issued;
  }

  public Triple tokens() {
    return issued.tokens();
  }

  public KandyRealm realm() {
    return realm;
  }

  public Parties parties() {
    return parties;
  }

  public Instant issuedAt() {
    return issued.issuedAt();
  }

  public Instant expiresAt() {
    return issued.expiresAt(realm.spec().window().duration());
  }

  public Instant renewAt() {
    return Renewal.at(issuedAt(), expiresAt());
  }

  /** The answer with the times in its headers, sent once the row is on the disk. */
  public Answer complete(Answer answer) {
    return headers(answer).audited(row());
  }

  /** Only the headers. */
  public Answer headers(Answer answer) {
    return answer.lasting(expiresAt(), renewAt());
  }

  /** Who got tokens for which call. */
  public AuditRow row() {
    Map<String, String> details = new TreeMap<>();
    details.put("realm", realm.name());
    details.put("convention", convention.name());
    details.put("expiresAt", expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
    Triple tokens = tokens();
    return call.row(
            KandyTokens.EVENT,
            KandyTokens.PLATFORM,
            "minted",
            null,
            details,
            List.of(tokens.accountToken(), tokens.fromToken(), tokens.toToken()))
        .about(
            people(parties.account().text(), parties.from().text(), parties.to().text()));
  }

  /** Who calls whom, in the words of every row about a call. */
  public static People people(String account, String from, String to) {
    return People.NONE.and("account", account).and("from", from).and("to", to);
  }

  @Override
  public String toString() {
    return "Issued[" + realm.name() + ", expires " + expiresAt() + "]";
  }
}
