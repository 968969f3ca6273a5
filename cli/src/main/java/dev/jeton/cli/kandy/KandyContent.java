package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.Outcome.Accepted;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.RawKandyToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a token says without its key: how much is encrypted. Other texts have such a shape too. */
record KandyContent(RawKandyToken token) implements Inspection.Content {
  static final List<String> KINDS = List.of(kind(KandyCipher.ECB), kind(KandyCipher.CBC));

  private static final int BLOCK = 16;

  static Optional<Inspection> inspect(String text) {
    return RawKandyToken.parse(text) instanceof Accepted<RawKandyToken> accepted
        ? Optional.of(new Inspection.Possible(
            kind(accepted.value().cipher()), new KandyContent(accepted.value())))
        : Optional.empty();
  }

  private static String kind(KandyCipher cipher) {
    return "Kandy " + cipher;
  }

  @Override
  public Table table(Instant now) {
    int length = token.ciphertextLength();
    Table table = new Table()
        .row("cipher", token.cipher() == KandyCipher.ECB ? "AES-128-ECB" : "AES-256-CBC")
        .row(
            "ciphertext",
            length + " bytes, for a text of " + (length - BLOCK) + ".." + (length - 1));
    token.iv().ifPresent(iv -> table.row("iv", iv));
    return table;
  }

  @Override
  public Json json() {
    Json json = Json.object()
        .put("recognised", true)
        .put("certain", false)
        .put("verified", false)
        .put("platform", "kandy")
        .put("cipher", RealmOptions.word(token.cipher()))
        .put("ciphertextLength", token.ciphertextLength());
    token.iv().ifPresent(iv -> json.put("iv", iv));
    return json;
  }
}
