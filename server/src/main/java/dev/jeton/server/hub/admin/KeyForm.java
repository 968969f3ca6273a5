package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.KeySpec;
import dev.jeton.server.hub.KeyType;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.ApiKey;
import java.util.Optional;

/** An API key as an operator writes it. */
final class KeyForm {
  static final String API_KEY = "apiKey";

  private static final String TYPE = "type";
  private static final String ACCOUNT = "account";
  private static final String SECURE = "secure";
  private static final String VALID = "valid";

  private KeyForm() {}

  static KeySpec read(Fields spec) {
    spec.only(CommonMembers.NAME, API_KEY, TYPE, ACCOUNT, SECURE, VALID, CommonMembers.DESCRIPTION);
    ApiKey key = apiKey(spec.text(API_KEY));
    String name = spec.textOrNull(CommonMembers.NAME);
    KeyType type = CommonMembers.word(spec, TYPE, KeyType.USER_GROUP, KeyType::word);
    Optional<String> account = Optional.ofNullable(spec.textOrNull(ACCOUNT));
    if (type == KeyType.ACCOUNT && account.isEmpty()) {
      throw Refused.badRequest(
          "missing-member", ACCOUNT + " is missing; an account key speaks for an account");
    }
    return new KeySpec(
        name == null ? key.text() : CommonMembers.name(name),
        key,
        type,
        account,
        spec.truthOr(SECURE, true),
        spec.truthOr(VALID, true),
        AccountKind.description(spec));
  }

  static void write(KeySpec spec, Json out) {
    out.put(CommonMembers.NAME, spec.name())
        .put(API_KEY, spec.key().text())
        .put(TYPE, spec.type().word())
        .put(ACCOUNT, spec.account().orElse(null))
        .put(SECURE, spec.secure())
        .put(VALID, spec.valid())
        .put(CommonMembers.DESCRIPTION, spec.description().orElse(null));
  }

  private static ApiKey apiKey(String text) {
    Outcome<ApiKey> outcome = ApiKey.parse(text);
    if (outcome instanceof Outcome.Refused<ApiKey> refused) {
      throw Refused.badRequest(
          "wrong-api-key",
          API_KEY + " must be a Hub's API key of 27 characters, or absent to have one made: "
              + refused.detail());
    }
    return ((Outcome.Accepted<ApiKey>) outcome).value();
  }
}
