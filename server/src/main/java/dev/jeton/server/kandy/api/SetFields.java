package dev.jeton.server.kandy.api;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The members of requests and answers about a set of three tokens. */
final class SetFields {
  static final String ACCOUNT_TOKEN = "accountToken";
  static final String FROM_TOKEN = "fromToken";
  static final String TO_TOKEN = "toToken";

  private SetFields() {}

  /** Whether the request brings one of the three, and so has to bring all. */
  static boolean areIn(Fields request) {
    return List.of(ACCOUNT_TOKEN, FROM_TOKEN, TO_TOKEN).stream().anyMatch(request::has);
  }

  static Triple read(Fields request) {
    return new Triple(
        request.text(ACCOUNT_TOKEN), request.text(FROM_TOKEN), request.text(TO_TOKEN));
  }

  /** Who calls whom, and until when the tokens count. A set is issued under one key. */
  static void put(Json json, KandyRealm realm, VerifiedTriple set, Instant now) {
    json.put("realm", realm.name())
        .put("cipher", word(realm.cipher()))
        .put("account", set.account().name())
        .put("from", set.from().name())
        .put("to", set.to().name())
        .put("issuedAt", set.issuedAt())
        .put("expiresAt", set.expiresAt())
        .put("key", realm.keyWord(set.account(), now));
  }

  /** The word for a cipher. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
