package dev.jeton.server.kandy.api;

import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.CallWish;
import dev.jeton.server.kandy.Issued;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.tokens.kandy.Convention;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code kandy}: the three tokens of a call. */
@Singleton
final class KandyKind implements TokenKind {
  private final KandyTokens tokens;

  KandyKind(KandyTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String platform() {
    return KandyTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "";
  }

  @Override
  public boolean waits(Call call) {
    return tokens.mayWait();
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only("realm", "to", "from", "account", "convention", "client");
    CallWish wish = new CallWish(
        convention(request),
        Named.required("to", request.text("to")),
        Named.optional("from", request.textOrNull("from")),
        Named.optional("account", request.textOrNull("account")));
    KandyRealm realm = tokens.realm(call, request.textOrNull("realm"));
    Issued issued = tokens.issue(call, realm, wish, Named.client(request), moment);
    return new Minted(
        json -> members(json, issued),
        issued::headers,
        List.of(),
        List.of(issued.row()),
        KandyRevocations.facts(issued));
  }

  private static void members(Json json, Issued issued) {
    json.put("realm", issued.realm().name())
        .put("accountToken", issued.tokens().accountToken())
        .put("fromToken", issued.tokens().fromToken())
        .put("toToken", issued.tokens().toToken())
        .put("issuedAt", issued.issuedAt())
        .put("expiresAt", issued.expiresAt())
        .put("renewAt", issued.renewAt());
  }

  private static Optional<Convention> convention(Fields request) {
    String word = request.textOrNull("convention");
    if (word == null) {
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(Convention.values())
        .filter(convention -> convention.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> Refused.badRequest("wrong-convention", "convention must be A, B, C or D")));
  }
}
