package dev.jeton.tokens.agora;

import java.util.ArrayList;
import java.util.List;

/** Reads the services of a 007 token. */
final class ServiceReader {
  private ServiceReader() {}

  /**
   * @param services those before the first unknown type, in the order found
   * @param complete false when an unknown type ended the reading, since its length cannot be known,
   *     or when bytes follow the last service
   */
  record Services(List<Service> services, boolean complete) {}

  static Services read(Unpacker in) throws Unpacker.Malformed {
    int count = in.count(4);
    List<Service> services = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      int type = in.uint16();
      if (type < Service.Rtc.TYPE || type > Service.Stt.TYPE) {
        return new Services(List.copyOf(services), false);
      }
      Privileges privileges = in.privileges();
      services.add(
          switch (type) {
            case Service.Rtc.TYPE -> new Service.Rtc(channel(in), user(in), privileges);
            case Service.Rtm.TYPE -> new Service.Rtm(in.string(), privileges);
            case Service.Streaming.TYPE -> new Service.Streaming(channel(in), user(in), privileges);
            case Service.Fpa.TYPE -> new Service.Fpa(privileges);
            case Service.Chat.TYPE -> new Service.Chat(in.string(), privileges);
            case Service.Fcdn.TYPE -> new Service.Fcdn(channel(in), user(in), privileges);
            case Service.Apaas.TYPE ->
              new Service.Apaas(in.string(), in.string(), (short) in.uint16(), privileges);
            case Service.Rtm2.TYPE ->
              new Service.Rtm2(in.string(), RtmPermissions.unpackFrom(in), privileges);
            case Service.ConvoAi.TYPE -> new Service.ConvoAi(privileges);
            case Service.Stt.TYPE -> new Service.Stt(privileges);
            default -> throw new IllegalStateException("type " + type + " was let through");
          });
    }
    return new Services(List.copyOf(services), in.atEnd());
  }

  private static Channel channel(Unpacker in) throws Unpacker.Malformed {
    return new Channel(in.string());
  }

  private static AgoraUser user(Unpacker in) throws Unpacker.Malformed {
    return AgoraUser.account(in.string());
  }
}
