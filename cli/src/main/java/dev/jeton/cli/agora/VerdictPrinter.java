package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.Check;
import dev.jeton.tokens.agora.VerifiedAccessToken;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Instant;
import java.util.List;

/** Prints what came of a verification, for people or for programs. */
record VerdictPrinter(Environment environment, OutputOptions output, Instant now) {

  int print(Outcome<VerifiedAgoraToken> outcome) {
    if (outcome instanceof Outcome.Accepted<VerifiedAgoraToken> accepted) {
      environment
          .out()
          .print(output.json() ? json(accepted.value()).text() + "\n" : text(accepted.value()));
      return ExitStatus.DONE;
    }
    Outcome.Refused<VerifiedAgoraToken> refused = (Outcome.Refused<VerifiedAgoraToken>) outcome;
    if (output.json()) {
      environment
          .out()
          .println(Json.object()
              .put("valid", false)
              .put("reason", refused.reason().name())
              .put("detail", refused.detail())
              .text());
    } else {
      environment
          .out()
          .println(environment.style().bad("refused") + ": " + refused.reason() + " ("
              + refused.detail() + ")");
    }
    return ExitStatus.REFUSED;
  }

  private String text(VerifiedAgoraToken token) {
    Table table = new Table()
        .row("token", "Agora " + token.version())
        .row("app id", token.appId().text());
    if (token instanceof VerifiedAccessToken2 token2) {
      table.row("issued", TimeText.issued(token2.issuedAt(), now));
    }
    table
        .row("expires", TimeText.end(token.expiresAt(), now))
        .row("signed by", word(token.signedBy()) + " certificate");
    if (token instanceof VerifiedAccessToken2 token2) {
      services(token2).addTo(table, now);
    } else if (token instanceof VerifiedAccessToken token1) {
      new Privileges006(token1.privileges(), token1::endOf).addTo(table, now);
    }
    String text = environment.style().good("valid") + "\n" + table.text(environment.style());
    List<String> unchecked = unchecked(token);
    return unchecked.isEmpty() ? text : text + "unchecked: " + String.join(", ", unchecked) + "\n";
  }

  private Json json(VerifiedAgoraToken token) {
    Json json = Json.object()
        .put("valid", true)
        .put("platform", "agora")
        .put("version", token.version())
        .put("appId", token.appId().text());
    if (token instanceof VerifiedAccessToken2 token2) {
      json.put("issuedAt", token2.issuedAt());
    }
    json.put("expiresAt", token.expiresAt());
    if (token instanceof VerifiedAccessToken2 token2) {
      json.putObjects("services", services(token2).json()).put("complete", token2.complete());
    } else if (token instanceof VerifiedAccessToken token1) {
      putSubject(json, token1);
      json.putObjects("privileges", new Privileges006(token1.privileges(), token1::endOf).json());
    }
    json.put("signedBy", word(token.signedBy()));
    return json.putTexts("unchecked", unchecked(token));
  }

  /** A login to RTM stands for an account and no channel. */
  private static void putSubject(Json json, VerifiedAccessToken token) {
    if (token.isRtm()) {
      json.put("account", token.channel().name());
    } else {
      json.put("channel", token.channel().name()).put("user", token.user().wire());
    }
  }

  private static ServicesReport services(VerifiedAccessToken2 token) {
    return new ServicesReport(token.services(), token.complete(), token::endOf);
  }

  private static String word(SignedBy signedBy) {
    return signedBy == SignedBy.PRIMARY ? "primary" : "secondary";
  }

  private static List<String> unchecked(VerifiedAgoraToken token) {
    return token.unchecked().stream().map(Check::word).toList();
  }
}
