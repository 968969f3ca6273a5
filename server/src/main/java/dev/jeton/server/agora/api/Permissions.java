package dev.jeton.server.agora.api;

import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code permissions: {messageChannels: {read: [...], write: [...]}, ...}}. */
final class Permissions {
  private static final int MOST_NAMES = 32;
  private static final int MOST_CHARACTERS = 1500;

  private Permissions() {}

  static RtmPermissions of(Fields request) {
    request.only(words(Resource.values()));
    RtmPermissions all = RtmPermissions.none();
    for (Resource resource : Resource.values()) {
      Fields byAccess = request.objectOrNull(word(resource));
      if (byAccess == null) {
        continue;
      }
      byAccess.only(words(Access.values()));
      for (Access access : Access.values()) {
        List<String> names = names(byAccess, word(access));
        if (!names.isEmpty()) {
          all = all.with(resource, access, names);
        }
      }
    }
    if (all.asMap().isEmpty()) {
      throw Refused.badRequest(
          "no-permissions", "permissions must name at least one resource; leave it out for all");
    }
    if (all.toString().length() > MOST_CHARACTERS) {
      throw Refused.badRequest(
          "wrong-permissions",
          "permissions take at most " + MOST_CHARACTERS + " characters in all");
    }
    return all;
  }

  private static List<String> names(Fields byAccess, String access) {
    List<String> names = byAccess.texts(access);
    names.forEach(Wanted::userId);
    if (names.size() > MOST_NAMES || Set.copyOf(names).size() < names.size()) {
      throw Refused.badRequest(
          "wrong-permissions",
          "a list of resources has at most " + MOST_NAMES + " names, each once");
    }
    return names;
  }

  private static String[] words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Permissions::word).toArray(String[]::new);
  }

  private static String word(Enum<?> constant) {
    return Names.camelCase(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
