package dev.jeton.tokens.agora;

import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Anything that a token may hold, drawn from a seeded source. */
final class RandomTokens {
  private static final String[] TEXTS = {
    "",
    "*",
    "0",
    "42",
    "lobby",
    "room one",
    "room-*",
    "пользователь",
    "用户",
    "π\u0301",
    "👩‍🚀",
    "a\u0000b"
  };

  private final Random random;

  RandomTokens(long seed) {
    random = new Random(seed);
  }

  String hex32() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    HexFormat form = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
    return form.formatHex(bytes);
  }

  /** All 32 bits, often near the ends. */
  long uint32() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(3);
      case 1 -> 0xffff_ffffL - random.nextInt(3);
      default -> Integer.toUnsignedLong(random.nextInt());
    };
  }

  /** The npm package takes 0 for "now". */
  long issueTime() {
    return Math.max(1, uint32());
  }

  String text() {
    if (random.nextInt(8) == 0) {
      return "long ".repeat(random.nextInt(200));
    }
    return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : random.nextInt(99));
  }

  AgoraUser user() {
    return random.nextBoolean() ? AgoraUser.uid(uint32()) : AgoraUser.account(text());
  }

  Privileges privileges(int largestId) {
    Map<Integer, Long> byId = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      byId.put(random.nextInt(largestId + 1), uint32());
    }
    return Privileges.of(byId);
  }

  List<Service> services() {
    List<Service> services = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      services.add(service());
    }
    return services;
  }

  private Service service() {
    Privileges privileges = privileges(9);
    return switch (1 + random.nextInt(10)) {
      case 1 -> new Service.Rtc(new Channel(text()), user(), privileges);
      case 2 -> new Service.Rtm(text(), privileges);
      case 3 -> new Service.Streaming(new Channel(text()), user(), privileges);
      case 4 -> new Service.Fpa(privileges);
      case 5 -> new Service.Chat(text(), privileges);
      case 6 -> new Service.Fcdn(new Channel(text()), user(), privileges);
      case 7 -> new Service.Apaas(text(), text(), role(), privileges);
      case 8 -> new Service.Rtm2(text(), permissions(), privileges);
      case 9 -> new Service.ConvoAi(privileges);
      default -> new Service.Stt(privileges);
    };
  }

  /** Not 0, which the npm package writes as -1. */
  private int role() {
    return random.nextBoolean() ? Service.Apaas.NO_ROLE : 1 + random.nextInt(Short.MAX_VALUE);
  }

  private RtmPermissions permissions() {
    RtmPermissions permissions = RtmPermissions.none();
    for (int i = random.nextInt(4); i > 0; i--) {
      permissions = permissions.with(
          one(Arrays.asList(Resource.values())),
          one(Arrays.asList(Access.values())),
          List.of(text(), text()));
    }
    return permissions;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
