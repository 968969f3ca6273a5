package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.ForeignServer;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what an import needs from Kong's Admin API into one document, as its files have it. */
final class KongAdmin {
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final String PLUGINS = "plugins";

  private final ForeignServer server;

  KongAdmin(ForeignServer server) {
    this.server = server;
  }

  /**
   * All consumers, credentials and groups.
   *
   * @param needsPlugins whether nobody said how secrets are encoded, which a plugin says
   */
  String document(boolean needsPlugins) {
    Json document = Json.object()
        .putObjects("consumers", all("/consumers", "id", "username", "custom_id", "tags"))
        .putObjects(
            "jwt_secrets",
            all("/jwts", "consumer", "consumer_id", "key", "secret", "algorithm", "rsa_public_key"))
        .putObjects("acls", all("/acls", "consumer", "consumer_id", "group"));
    plugins(needsPlugins).ifPresent(plugins -> document.putObjects(PLUGINS, plugins));
    String text = document.text();
    if (text.length() > MOST_CHARACTERS) {
      throw new UsageException(
          "Kong has more than 4 MiB of consumers; import its declarative file in" + " parts");
    }
    return text;
  }

  /** Some are too large to be read, and all that is needed of them is one setting. */
  private Optional<List<Json>> plugins(boolean needed) {
    try {
      return Optional.of(pages("/plugins").stream().map(KongAdmin::plugin).toList());
    } catch (FaultException e) {
      if (needed) {
        throw new FaultException(
            "Kong's plugins cannot be read, so nobody knows how secrets are"
                + " written; say it with --secret-encoding utf8 or base64",
            e);
      }
      return Optional.empty();
    }
  }

  private static Json plugin(JsonObject plugin) {
    Json config = plugin
        .object("config")
        .map(all -> members(all, "secret_is_base64", "key_claim_name"))
        .orElseGet(Json::object);
    return members(plugin, "name").put("config", config);
  }

  private List<Json> all(String path, String... members) {
    return pages(path).stream().map(one -> members(one, members)).toList();
  }

  private static Json members(JsonObject object, String... names) {
    Json members = Json.object();
    for (String name : names) {
      JsonValue value = object.get(name);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  /** Its {@code next} is not followed: only the mark in it is sent, to the address that was given. */
  private List<JsonObject> pages(String path) {
    List<JsonObject> all = new ArrayList<>();
    Set<String> marks = new HashSet<>();
    String next = path + "?size=100";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonObject answer = server.get(next);
      answer.items("data").map(JsonItems::values).orElse(List.of()).stream()
          .filter(JsonObject.class::isInstance)
          .forEach(one -> all.add((JsonObject) one));
      if (!(answer.get("offset") instanceof JsonText mark)) {
        return all;
      }
      if (!marks.add(mark.value())) {
        throw new FaultException("Kong's list " + path + " goes in a circle");
      }
      next = path + "?size=100&offset=" + Ask.encoded(mark.value());
    }
    throw new FaultException("Kong's list " + path + " does not end");
  }
}
