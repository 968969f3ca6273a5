package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.platform.ClaimRows;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.RawJwt;
import java.time.Instant;
import java.util.Optional;

/** Reads JWTs that nobody verified. Any issuer may write such a token, so it only may be Sunbird's. */
final class SunbirdInspector {
  static final String KIND = "Sunbird";

  /** What every object of JSON starts with in base64url, as its first member's name is quoted. */
  private static final String START = "eyJ";

  private SunbirdInspector() {}

  static Optional<Inspection> inspect(String token) {
    if (!token.startsWith(START) || token.indexOf('.') < 0) {
      return Optional.empty();
    }
    Outcome<RawJwt> parsed = RawJwt.parse(token);
    if (parsed instanceof Outcome.Accepted<RawJwt> accepted) {
      RawJwt jwt = accepted.value();
      return namesIssuer(jwt.claims()) || namesIssuer(jwt.header())
          ? Optional.of(new Inspection.Possible(KIND, new Content(jwt)))
          : Optional.empty();
    }
    Outcome.Refused<RawJwt> refused = (Outcome.Refused<RawJwt>) parsed;
    return Optional.of(new Inspection.Damaged("a JWT", refused.reason(), refused.detail()));
  }

  private static boolean namesIssuer(JsonObject members) {
    return members.text("iss").isPresent();
  }

  /** What a JWT says. */
  private record Content(RawJwt jwt) implements Inspection.Content {
    @Override
    public Table table(Instant now) {
      Table table = new Table();
      Times.of(jwt.claims()).addTo(table, now);
      table.heading("Header");
      ClaimRows.add(table, jwt.header());
      table.heading("Claims");
      ClaimRows.add(table, jwt.claims());
      return table;
    }

    @Override
    public Json json() {
      Json json = Json.object()
          .put("recognised", true)
          .put("certain", false)
          .put("verified", false)
          .put("platform", "sunbird");
      Times.of(jwt.claims()).addTo(json);
      return json.put("header", jwt.header()).put("claims", jwt.claims());
    }
  }
}
