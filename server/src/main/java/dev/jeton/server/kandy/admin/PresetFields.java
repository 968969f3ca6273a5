package dev.jeton.server.kandy.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.CallWish;
import dev.jeton.server.kandy.Named;
import dev.jeton.server.kandy.Presets;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.tokens.kandy.Identity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The member {@code presets}: calls that are written down, by their identifier. */
final class PresetFields {
  private static final String MEMBER = "presets";
  private static final int MOST = 1000;
  private static final int LONGEST_IDENTIFIER = 128;

  private PresetFields() {}

  static Map<String, CallWish> read(Fields spec) {
    @Nullable Fields given = spec.objectOrNull(MEMBER);
    if (given == null) {
      return Map.of();
    }
    if (given.names().size() > MOST) {
      throw Members.wrong(MEMBER, "give at most " + MOST);
    }
    Map<String, CallWish> presets = new LinkedHashMap<>();
    for (String identifier : given.names()) {
      if (identifier.isBlank()
          || identifier.length() > LONGEST_IDENTIFIER
          || identifier.chars().anyMatch(Character::isISOControl)) {
        throw Members.wrong(MEMBER, "an identifier is a word of at most 128 characters");
      }
      String at = MEMBER + "." + identifier + ".";
      Fields one = given.object(identifier).only("to", "from", "account");
      presets.put(
          identifier,
          new CallWish(
              Optional.empty(),
              Named.required(at + "to", one.text("to")),
              Named.optional(at + "from", one.textOrNull("from")),
              Named.optional(at + "account", one.textOrNull("account"))));
    }
    return presets;
  }

  /** Refuses those that the realm's own lists would refuse. */
  static void check(RealmSpec realm) {
    realm.presets().forEach((identifier, wish) -> {
      try {
        Presets.check(realm, wish);
      } catch (Refused e) {
        throw Refused.badRequest(
            "wrong-preset", MEMBER + "." + identifier + ": " + e.problem().detail());
      }
    });
  }

  static void write(RealmSpec realm, Json out) {
    out.put(
        MEMBER,
        all -> realm
            .presets()
            .forEach((identifier, wish) -> all.put(
                identifier,
                one -> one.put("to", wish.to().text())
                    .put("from", wish.from().map(Identity::text).orElse(null))
                    .put("account", wish.account().map(Identity::text).orElse(null)))));
  }
}
