package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of one thing: what the operator said, and the versions of its secret.
 *
 * @param <S> what an operator says of one
 */
record Document<S>(S spec, KeyVersions keys) {

  static <S> Document<S> read(Kind<S> kind, String text) {
    Fields all = Fields.of(Buffer.buffer(text));
    List<KeyVersion> keys = new ArrayList<>();
    for (Fields key : all.objects("keys")) {
      keys.add(version(key));
    }
    return new Document<>(kind.read(all.object("spec")), new KeyVersions(keys));
  }

  String text(Kind<S> kind) {
    return Json.object(all -> {
          all.put("spec", spec -> kind.write(this.spec, spec));
          all.putEach("keys", keys.all().stream().map(Document::json).toList());
        })
        .toString();
  }

  /** A version as it stands in the store and in answers. */
  static Consumer<Json> json(KeyVersion key) {
    return json -> json.put("id", key.id())
        .put("state", key.state().name().toLowerCase(Locale.ROOT))
        .put("enabled", key.enabled())
        .put("createdAt", key.createdAt())
        .put("endsAt", key.endsAt())
        .put("signsUntil", key.signsUntil())
        .put("label", key.label());
  }

  private static KeyVersion version(Fields key) {
    return new KeyVersion(
        key.text("id"),
        KeyState.valueOf(key.text("state").toUpperCase(Locale.ROOT)),
        key.truth("enabled"),
        WholeSecond.parse(key.text("createdAt")),
        instant(key.textOrNull("endsAt")),
        instant(key.textOrNull("signsUntil")),
        key.textOrNull("label"));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : WholeSecond.parse(text);
  }
}
