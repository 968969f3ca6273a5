package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.platform.ClaimRows;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.sunbird.Check;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A token that holds. */
record VerifiedShown(VerifiedSunbirdToken token) implements VerdictPrinter.Shown {
  @Override
  public Table table(Instant now) {
    Credential credential = token.credential();
    Table table = new Table()
        .row("token", SunbirdInspector.KIND)
        .row("key", credential.key())
        .row("algorithm", credential.verificationKey().algorithm().word())
        .row("profile", credential.profile().word());
    Times.of(token.claims()).addTo(table, now);
    table.heading("Claims");
    ClaimRows.add(table, token.claims());
    return table;
  }

  @Override
  public Consumer<Json> members() {
    Credential credential = token.credential();
    return json -> {
      json.put("key", credential.key())
          .put("algorithm", credential.verificationKey().algorithm().word())
          .put("profile", credential.profile().word());
      Times.of(token.claims()).addTo(json);
      json.put("header", token.header()).put("claims", token.claims());
    };
  }

  @Override
  public List<String> unchecked() {
    return unchecked(token);
  }

  static List<String> unchecked(VerifiedSunbirdToken token) {
    return token.unchecked().stream().map(Check::word).toList();
  }
}
