package dev.jeton.server.admin.settings;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.LiveSettings;
import java.util.List;
import java.util.function.Consumer;

/** Settings as JSON: a list, a number, a truth or a text, whatever the setting is. */
final class SettingJson {
  private SettingJson() {}

  static Consumer<Json> of(LiveSetting<?> setting, LiveSettings live) {
    return json -> {
      json.put("name", setting.name());
      put(json, "value", setting, live.items(setting));
      put(json, "default", setting, setting.byDefault());
      json.put("meaning", setting.key().meaning())
          .put("managedBy", live.isFixed(setting) ? "file" : "store");
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
