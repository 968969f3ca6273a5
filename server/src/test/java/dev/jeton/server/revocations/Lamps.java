package dev.jeton.server.revocations;

import dev.jeton.server.http.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A platform whose tokens are texts such as {@code hall/2026-11-21T13:00:00Z/anything}. */
record Lamps(Optional<Duration> most) implements Revocable {
  static final Lamps OF_A_DAY = new Lamps(Optional.of(Duration.ofDays(1)));

  static TokenFacts facts(String token, String user, String issuedAt) {
    return new TokenFacts(
        token.substring(0, token.indexOf('/')),
        () -> List.of(TokenIds.of(token)),
        List.of(user),
        issuedAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(issuedAt)));
  }

  @Override
  public String platform() {
    return "lamps";
  }

  @Override
  public String ownerWord() {
    return "room";
  }

  @Override
  public Optional<Owner> owner(String name) {
    return List.of("hall", "attic").contains(name)
        ? Optional.of(new Owner(name, name))
        : Optional.empty();
  }

  @Override
  public GivenToken read(String token, Optional<Owner> named, Instant now) {
    String[] parts = token.split("/", -1);
    if (parts.length != 3) {
      throw Refused.badRequest("wrong-token", "token is none of a lamp");
    }
    boolean proven = !token.endsWith("forged");
    return new GivenToken(
        proven,
        proven ? List.of(TokenIds.of(token), "also") : List.of(TokenIds.of(token)),
        owner(parts[0]),
        parts[1].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(parts[1])));
  }

  @Override
  public String user(String given) {
    return given;
  }

  @Override
  public Optional<Duration> longest(Optional<Owner> owner) {
    return most;
  }

  @Override
  public Optional<Duration> longestUnseen() {
    return most;
  }

  @Override
  public List<String> aboutWatermarks() {
    return List.of("an old lamp says no time");
  }

  @Override
  public String notKnownTo() {
    return "The lamp does not know of it.";
  }
}
