package dev.jeton.cli.agora;

import dev.jeton.tokens.agora.Service;
import java.util.Locale;

/** Names of services and their privileges, as Agora's documents have them. */
final class ServiceText {
  private ServiceText() {}

  static String name(Service service) {
    return switch (service.type()) {
      case Service.Rtc.TYPE -> "RTC";
      case Service.Rtm.TYPE -> "RTM";
      case Service.Streaming.TYPE -> "Streaming";
      case Service.Fpa.TYPE -> "FPA";
      case Service.Chat.TYPE -> "Chat";
      case Service.Fcdn.TYPE -> "FCDN";
      case Service.Apaas.TYPE -> "APaaS";
      case Service.Rtm2.TYPE -> "RTM2";
      case Service.ConvoAi.TYPE -> "ConvoAI";
      case Service.Stt.TYPE -> "STT";
      default -> throw new IllegalArgumentException("a service without a name: " + service.type());
    };
  }

  /** The name in JSON. */
  static String key(Service service) {
    return name(service).toLowerCase(Locale.ROOT);
  }

  /** A privilege's name; its number where it has none. */
  static String privilege(Service service, int id) {
    String[] names = names(service);
    return id >= 1 && id <= names.length ? names[id - 1] : "privilege " + id;
  }

  private static String[] names(Service service) {
    return switch (service.type()) {
      case Service.Rtc.TYPE ->
        new String[] {"join", "publish-audio", "publish-video", "publish-data"};
      case Service.Rtm.TYPE, Service.Rtm2.TYPE, Service.Fpa.TYPE -> new String[] {"login"};
      case Service.Streaming.TYPE -> new String[] {"publish-mixed-stream", "publish-raw-stream"};
      case Service.Chat.TYPE -> new String[] {"user", "app"};
      case Service.Fcdn.TYPE -> new String[] {"publish", "play"};
      case Service.Apaas.TYPE -> new String[] {"room-user", "user", "app"};
      default -> new String[0];
    };
  }
}
