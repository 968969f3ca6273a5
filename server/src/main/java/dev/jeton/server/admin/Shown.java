package dev.jeton.server.admin;

import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Json;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How things of a kind are told; never with a secret but one that was just made or is revealed. */
final class Shown {
  private Shown() {}

  static <S> Consumer<Json> members(Kind<S> kind, Stored<S> one, View others, Instant now) {
    return json -> {
      json.put("id", one.id());
      kind.write(one.spec(), json);
      kind.secrets()
          .ifPresent(rules -> json.putEach(
              rules.segment(),
              one.versions().settled(now).all().stream()
                  .map(key -> key(kind, one, key))
                  .toList()));
      kind.nameLinks(one, others, json);
      kind.describe(one, now, json);
      json.put("managedBy", one.managedBy());
      if (!one.isFixed()) {
        json.put("version", one.version())
            .put("createdAt", one.createdAt())
            .put("changedAt", one.changedAt())
            .put("changedBy", one.changedBy());
      }
      List<String> warnings = new ArrayList<>(kind.warnings(one, now));
      one.unread()
          .forEach(key -> warnings.add("its key " + key.id()
              + " cannot be opened with the master keys that are here, so it does not count; add the"
              + " right one and reload, or revoke the key"));
      kind.secrets().ifPresent(rules -> warnings.addAll(SecretWarnings.of(rules, one, now)));
      if (!warnings.isEmpty()) {
        json.put("warnings", warnings);
      }
    };
  }

  private static <S> Consumer<Json> key(Kind<S> kind, Stored<S> one, KeyVersion key) {
    return json -> {
      Document.json(key).accept(json);
      kind.describeKey(one, key, json);
    };
  }

  /** One thing, with the secret that was made for it, which is shown this one time. */
  static <S> Answer answer(
      int status, Kind<S> kind, Stored<S> one, View others, Instant now, Optional<Secret> made) {
    Answer answer = Answer.json(status, Json.object(json -> {
      members(kind, one, others, now).accept(json);
      kind.secrets()
          .ifPresent(rules -> made.ifPresent(secret -> json.put(rules.member(), text(secret))));
    }));
    return one.isFixed() ? answer : answer.with("ETag", "\"" + one.version() + "\"");
  }

  /** One new version of a thing's secret, with the headers of the answer about the whole. */
  static <S> Answer version(SecretRules<S> rules, Answer whole, Making.Made<S> made) {
    Stored<S> one = made.one();
    String keyId = made.keyId().orElseThrow();
    Answer answer = Answer.json(201, Json.object(json -> {
      one.versions().find(keyId).map(Document::json).orElseThrow().accept(json);
      made.secret().ifPresent(secret -> json.put(rules.member(), text(secret)));
    }));
    for (Answer.Header header : whole.headers()) {
      answer = answer.with(header.name(), header.value());
    }
    return answer;
  }

  /** A version with its secret, for whoever may see it again. */
  static Answer revealed(SecretRules<?> rules, KeyVersion key, Secret secret) {
    String text = new String(secret.reveal(SecretAccess.forRevealing()), StandardCharsets.UTF_8);
    return Answer.json(200, Json.object(json -> {
      Document.json(key).accept(json);
      json.put(rules.member(), text);
    }));
  }

  static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forShowingOnce()), StandardCharsets.UTF_8);
  }
}
