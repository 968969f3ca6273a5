package dev.jeton.tokens.agora;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words for services and privileges, as the command line writes them: {@code rtc}, {@code
 * publish-audio}. A privilege that Agora has not named goes by its number: {@code privilege-9}.
 * JSON has all but the services in {@link #camelCase}.
 */
public final class Names {
  private static final Map<Integer, String> SERVICES = Map.of(
      Service.Rtc.TYPE, "rtc",
      Service.Rtm.TYPE, "rtm",
      Service.Streaming.TYPE, "streaming",
      Service.Fpa.TYPE, "fpa",
      Service.Chat.TYPE, "chat",
      Service.Fcdn.TYPE, "fcdn",
      Service.Apaas.TYPE, "apaas",
      Service.Rtm2.TYPE, "rtm2",
      Service.ConvoAi.TYPE, "convoai",
      Service.Stt.TYPE, "stt");

  private static final List<String> LOGIN = List.of("login");

  /** By service type; the first name is that of id 1. */
  private static final Map<Integer, List<String>> PRIVILEGES = Map.of(
      Service.Rtc.TYPE, List.of("join", "publish-audio", "publish-video", "publish-data"),
      Service.Rtm.TYPE, LOGIN,
      Service.Streaming.TYPE, List.of("publish-mixed-stream", "publish-raw-stream"),
      Service.Fpa.TYPE, LOGIN,
      Service.Chat.TYPE, List.of("user", "app"),
      Service.Fcdn.TYPE, List.of("publish", "play"),
      Service.Apaas.TYPE, List.of("room-user", "user", "app"),
      Service.Rtm2.TYPE, LOGIN,
      Service.ConvoAi.TYPE, List.of(),
      Service.Stt.TYPE, List.of());

  private static final Map<Integer, String> PRIVILEGES_006 = Map.ofEntries(
      Map.entry(1, "join"),
      Map.entry(2, "publish-audio"),
      Map.entry(3, "publish-video"),
      Map.entry(4, "publish-data"),
      Map.entry(5, "publish-audio-cdn"),
      Map.entry(6, "publish-video-cdn"),
      Map.entry(7, "request-publish-audio"),
      Map.entry(8, "request-publish-video"),
      Map.entry(9, "request-publish-data"),
      Map.entry(10, "invite-publish-audio"),
      Map.entry(11, "invite-publish-video"),
      Map.entry(12, "invite-publish-data"),
      Map.entry(101, "administrate-channel"),
      Map.entry(Privileges.RTM_LOGIN_006, "login"));

  private Names() {}

  /** The word for a service. */
  public static String service(Service service) {
    return SERVICES.getOrDefault(service.type(), "service " + service.type());
  }

  /** All words for services, by type. */
  public static List<String> services() {
    return SERVICES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The word for a privilege of a service in 007. */
  public static String privilege(Service service, int id) {
    return privilege(service.type(), id);
  }

  /** The word for a privilege of a service type in 007. */
  public static String privilege(int serviceType, int id) {
    List<String> names = privileges(serviceType);
    return id >= 1 && id <= names.size() ? names.get(id - 1) : unnamed(id);
  }

  /** The word for a privilege in 006. */
  public static String privilege006(int id) {
    return PRIVILEGES_006.getOrDefault(id, unnamed(id));
  }

  /** The words for a service type's privileges, in the order of their ids. */
  public static List<String> privileges(int serviceType) {
    return PRIVILEGES.getOrDefault(serviceType, List.of());
  }

  /** The word for a kind of RTM2 resource: {@code message-channels}; an unknown one is its digits. */
  public static String resource(int number) {
    for (RtmPermissions.Resource resource : RtmPermissions.Resource.values()) {
      if (resource.number() == number) {
        return word(resource);
      }
    }
    return Integer.toString(number);
  }

  /** The word for what may be done with it: {@code read}; an unknown one is its digits. */
  public static String access(int number) {
    for (RtmPermissions.Access access : RtmPermissions.Access.values()) {
      if (access.number() == number) {
        return word(access);
      }
    }
    return Integer.toString(number);
  }

  /** A word of this class as JSON writes it: {@code publishAudio} for {@code publish-audio}. */
  public static String camelCase(String word) {
    StringBuilder camel = new StringBuilder(word.length());
    boolean upper = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '-') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String unnamed(int id) {
    return "privilege-" + id;
  }
}
