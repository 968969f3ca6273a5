package dev.jeton.server.admin.settings;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings as JSON: a list, a number, a truth or a text, whatever the setting is. */
final class SettingJson {
  /** Stands for a value that is a secret. */
  private static final String SET = "(set)";

  private SettingJson() {}

  static Consumer<Json> of(LiveSetting<?> setting, LiveSettings live, Optional<Entry> kept) {
    return json -> {
      json.put("name", setting.name());
      if (!setting.key().secret()) {
        put(json, "value", setting, live.items(setting));
      } else if (!live.items(setting).isEmpty()) {
        json.put("value", SET);
      }
      put(json, "default", setting, setting.byDefault());
      json.put("meaning", setting.key().meaning())
          .put("managedBy", live.isFixed(setting) ? "file" : "store");
      kept.ifPresent(entry -> json.put("version", entry.version())
          .put("changedAt", entry.changedAt())
          .put("changedBy", entry.changedBy()));
    };
  }

  /** The value that a request gives; refuses what the setting does not take. */
  static List<String> read(LiveSetting<?> setting, Fields body) {
    String name = setting.name();
    List<String> items =
        switch (setting.shape()) {
          case TEXT -> List.of(body.text(name).strip());
          case WHOLE -> List.of(Long.toString(body.whole(name, Long.MIN_VALUE, Long.MAX_VALUE)));
          case TRUTH -> List.of(Boolean.toString(body.truth(name)));
          case LIST -> body.isText(name) ? setting.split(body.text(name)) : body.texts(name);
        };
    if (!setting.takes(items)) {
      throw Refused.badRequest(
          "wrong-value", name + " does not take this value; " + setting.right());
    }
    return items;
  }

  private static void put(Json json, String member, LiveSetting<?> setting, List<String> items) {
    switch (setting.shape()) {
      case LIST -> json.put(member, items);
      case WHOLE -> items.forEach(item -> json.put(member, Long.parseLong(item)));
      case TRUTH -> items.forEach(item -> json.put(member, Boolean.parseBoolean(item)));
      case TEXT -> items.forEach(item -> json.put(member, item));
    }
  }
}
