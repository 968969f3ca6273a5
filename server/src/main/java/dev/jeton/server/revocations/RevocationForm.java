package dev.jeton.server.revocations;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Words;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A revocation as its entry's document. */
final class RevocationForm {
  static final String PLATFORM = "platform";
  static final String OWNER = "owner";
  private static final String TOKEN_IDS = "tokenIds";
  private static final String USER = "user";
  private static final String BEFORE = "issuedBefore";
  static final String ENDS_AT = "endsAt";
  private static final String REASON = "reason";

  private RevocationForm() {}

  static Content write(Revocation one) {
    String document = Json.object(json -> {
          json.put(PLATFORM, one.platform());
          one.owner()
              .ifPresent(owner ->
                  json.put(OWNER, inner -> inner.put("id", owner.id()).put("name", owner.name())));
          put(json, one.target());
          json.put(ENDS_AT, one.endsAt().map(Instant::toString).orElse(null))
              .put(REASON, one.reason().orElse(null));
        })
        .toString();
    return new Content(document, Words.NONE, Map.of());
  }

  private static void put(Json json, Target target) {
    if (target instanceof Target.Token token) {
      json.put(TOKEN_IDS, token.ids());
    } else if (target instanceof Target.User user) {
      json.put(USER, user.user()).put(BEFORE, user.before().toString());
    } else if (target instanceof Target.All all) {
      json.put(BEFORE, all.before().toString());
    }
  }

  /** Members that a newer server added do not matter. */
  static Revocation read(Entry entry) {
    Fields all = Fields.of(Buffer.buffer(entry.document()));
    Fields owner = all.objectOrNull(OWNER);
    return new Revocation(
        entry.id().id(),
        all.text(PLATFORM),
        owner == null
            ? Optional.empty()
            : Optional.of(new Owner(owner.text("id"), owner.text("name"))),
        target(all),
        Optional.ofNullable(all.textOrNull(ENDS_AT)).map(Instant::parse),
        Optional.ofNullable(all.textOrNull(REASON)),
        entry.createdAt(),
        entry.changedBy());
  }

  private static Target target(Fields all) {
    List<String> ids = all.texts(TOKEN_IDS);
    if (!ids.isEmpty()) {
      return new Target.Token(ids);
    }
    Instant before = Instant.parse(all.text(BEFORE));
    String user = all.textOrNull(USER);
    return user == null ? new Target.All(before) : new Target.User(user, before);
  }
}
