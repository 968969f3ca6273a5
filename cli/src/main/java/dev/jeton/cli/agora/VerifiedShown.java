package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.agora.Check;
import dev.jeton.tokens.agora.VerifiedAccessToken;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A token that holds. */
record VerifiedShown(VerifiedAgoraToken token) implements VerdictPrinter.Shown {
  @Override
  public Table table(Instant now) {
    Table table = new Table()
        .row("token", "Agora " + token.version())
        .row("app id", token.appId().text());
    if (token instanceof VerifiedAccessToken2 token2) {
      table.row("issued", TimeText.issued(token2.issuedAt(), now));
    }
    table
        .row("expires", TimeText.end(token.expiresAt(), now))
        .row("signed by", signedBy(token) + " certificate");
    if (token instanceof VerifiedAccessToken2 token2) {
      services(token2).addTo(table, now);
    } else if (token instanceof VerifiedAccessToken token1) {
      new Privileges006(token1.privileges(), token1::endOf).addTo(table, now);
    }
    return table;
  }

  @Override
  public Consumer<Json> members() {
    return json -> {
      json.put("version", token.version()).put("appId", token.appId().text());
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
      json.put("signedBy", signedBy(token));
    };
  }

  @Override
  public List<String> unchecked() {
    return token.unchecked().stream().map(Check::word).toList();
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

  private static String signedBy(VerifiedAgoraToken token) {
    return token.signedBy() == SignedBy.PRIMARY ? "primary" : "secondary";
  }
}
