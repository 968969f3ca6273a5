package dev.jeton.cli.agora;

import dev.jeton.tokens.agora.Service;

/** Names of services as Agora's documents write them. */
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
}
