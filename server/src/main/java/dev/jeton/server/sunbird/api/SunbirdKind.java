package dev.jeton.server.sunbird.api;

import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.Issued;
import dev.jeton.server.sunbird.SunbirdCredential;
import dev.jeton.server.sunbird.SunbirdRevocations;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.server.sunbird.Wish;
import dev.jeton.tokens.sunbird.SunbirdToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code sunbird}: a JWT under a credential, bound to one request where one is named. */
@Singleton
final class SunbirdKind implements TokenKind {
  private static final String[] KNOWN = {
    "key",
    "method",
    "url",
    "contextPath",
    "claims",
    "api",
    "apiVersion",
    "did",
    "msgid",
    "ttlSeconds",
    "bare"
  };

  private static final int LONGEST_WORD = 255;

  private final SunbirdTokens tokens;

  SunbirdKind(SunbirdTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String platform() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only(KNOWN);
    SunbirdCredential credential = tokens.credential(call, request.textOrNull("key"));
    Wish wish = request.truthOr("bare", false) ? bare(request) : wish(call, credential, request);
    Issued issued = tokens.issue(call, credential, wish, moment.now());
    return new Minted(
        json -> members(json, issued),
        issued::headers,
        List.of(),
        List.of(issued.row()),
        SunbirdRevocations.facts(issued));
  }

  /** A token that nothing ends says no more than it must. */
  private static Wish bare(Fields request) {
    for (String name : request.names()) {
      if (!name.equals("key") && !name.equals("bare") && request.has(name)) {
        throw Refused.badRequest(
            "bare-token",
            "a token without an end is the bare {iss} token; leave " + name + " out, or bare");
      }
    }
    return Wish.bare();
  }

  private Wish wish(Call call, SunbirdCredential credential, Fields request) {
    long longest = tokens.longest(call, credential).toSeconds();
    Long ttl = request.wholeOrNull("ttlSeconds", 1, longest);
    Duration lifetime = Duration.ofSeconds(
        ttl == null ? Math.min(longest, SunbirdToken.DEFAULT_LIFETIME.toSeconds()) : ttl);
    Wish wish = new Wish(
        BoundRequest.of(request),
        Optional.of(lifetime),
        word(request, "api"),
        word(request, "apiVersion"),
        word(request, "did"),
        word(request, "msgid"),
        OwnClaims.of(request));
    return ttl == null ? tokens.fitting(call, credential, wish) : wish;
  }

  private static Optional<String> word(Fields request, String name) {
    String text = request.textOrNull(name);
    if (text != null && text.length() > LONGEST_WORD) {
      throw Refused.badRequest(
          "wrong-member", name + " has at most " + LONGEST_WORD + " characters");
    }
    return Optional.ofNullable(text);
  }

  private static void members(Json json, Issued issued) {
    json.put("token", issued.token())
        .put("key", issued.credential().key())
        .put("credential", issued.credential().name())
        .put("qsh", issued.qsh())
        .put("issuedAt", issued.issuedAt())
        .put("expiresAt", issued.expiresAt())
        .put("renewAt", issued.renewAt());
  }
}
