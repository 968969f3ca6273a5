package dev.jeton.server.revocations;

import dev.jeton.server.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A revocation as answers tell it. */
final class Told {
  private static final String ENDLESS =
      "the token has no end that is known here, so this stays until somebody deletes it, as with"
          + " jeton revocation delete";

  private final Map<String, Revocable> platforms;

  Told(Map<String, Revocable> platforms) {
    this.platforms = platforms;
  }

  Consumer<Json> members(Revocation one) {
    Optional<Revocable> platform = Optional.ofNullable(platforms.get(one.platform()));
    String ownerWord = platform.map(Revocable::ownerWord).orElse("owner");
    return json -> {
      json.put("id", one.id()).put("platform", one.platform());
      one.owner().ifPresent(owner -> json.put(ownerWord, owner.name()));
      if (one.target() instanceof Target.Token token) {
        json.put("tokenId", token.ids().get(0));
      } else if (one.target() instanceof Target.User user) {
        json.put("user", user.user()).put("issuedBefore", user.before().toString());
      } else if (one.target() instanceof Target.All all) {
        json.put("issuedBefore", all.before().toString());
      }
      json.put("reason", one.reason().orElse(null))
          .put("refuses", refuses(one, ownerWord))
          .put("notKnownTo", platform.map(Revocable::notKnownTo).orElse(null))
          .put("notes", notes(one, platform))
          .put("endsAt", one.endsAt().orElse(null))
          .put("createdAt", one.createdAt())
          .put("createdBy", one.createdBy());
    };
  }

  private static String refuses(Revocation one, String ownerWord) {
    String whose = one.owner()
        .map(owner -> "of " + ownerWord + " " + owner.name())
        .orElseGet(() -> "of every " + ownerWord);
    if (one.target() instanceof Target.User user) {
      return "every token of this user " + whose + " that was issued before " + user.before();
    }
    return one.target() instanceof Target.All all
        ? "every token " + whose + " that was issued before " + all.before()
        : "the token " + whose + " with this id";
  }

  private static List<String> notes(Revocation one, Optional<Revocable> platform) {
    if (one.target() instanceof Target.Token) {
      return one.endsAt().isPresent() ? List.of() : List.of(ENDLESS);
    }
    return platform.map(Revocable::aboutWatermarks).orElse(List.of());
  }

  /** What of it the audit has. */
  static Map<String, String> details(Revocation one) {
    Map<String, String> details = new TreeMap<>();
    details.put("id", one.id());
    one.owner().ifPresent(owner -> details.put("of", owner.name()));
    if (one.target() instanceof Target.Token token) {
      details.put("tokenId", token.ids().get(0));
    } else {
      details.put("issuedBefore", before(one.target()).toString());
    }
    return details;
  }

  private static Instant before(Target target) {
    return target instanceof Target.User user
        ? user.before()
        : target instanceof Target.All all ? all.before() : Instant.MAX;
  }
}
