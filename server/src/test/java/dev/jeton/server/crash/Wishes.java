package dev.jeton.server.crash;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes up what one client asks for next; nobody else changes what it has made. */
final class Wishes {
  private static final int FEW = 3;
  private static final int MANY = 8;
  private static final int MOST_VALUE = 80_000;

  private final Ground ground;
  private final String client;
  private final Random random;
  private int count;

  Wishes(Ground ground, String client, Random random) {
    this.ground = ground;
    this.client = client;
    this.random = random;
  }

  Wish next(Map<String, Thing> known) {
    if (known.size() < FEW) {
      return random.nextBoolean() ? create() : apply(known);
    }
    int which = random.nextInt(known.size() > MANY ? 5 : 4);
    return switch (which) {
      case 0 -> create();
      case 1 -> change(any(known));
      case 2 -> rotate(any(known));
      case 3 -> apply(known);
      default -> delete(any(known));
    };
  }

  private Wish create() {
    String name = name();
    int value = value();
    String secret = perhapsSecret();
    return new Wish(
        "POST",
        ground.path,
        "{\"name\":\"%s\",%s%s}".formatted(name, member(value), secretMember(secret)),
        Optional.of(key()),
        Map.of(name, Optional.of(Thing.fresh(value, secret))));
  }

  private Wish change(Map.Entry<String, Thing> one) {
    int value = value();
    return new Wish(
        "PATCH",
        ground.path + "/" + one.getKey(),
        "{" + member(value) + "}",
        Optional.empty(),
        Map.of(one.getKey(), Optional.of(one.getValue().changed(value))));
  }

  private Wish rotate(Map.Entry<String, Thing> one) {
    String secret = perhapsSecret();
    return new Wish(
        "POST",
        ground.path + "/" + one.getKey() + "/rotate",
        "{\"overlapSeconds\":0" + secretMember(secret) + "}",
        Optional.of(key()),
        Map.of(one.getKey(), Optional.of(one.getValue().rotated(secret))));
  }

  private Wish delete(Map.Entry<String, Thing> one) {
    return new Wish(
        "DELETE",
        ground.path + "/" + one.getKey(),
        "",
        Optional.empty(),
        Map.of(one.getKey(), Optional.empty()));
  }

  /** Two new ones, and a change of each that is there. */
  private Wish apply(Map<String, Thing> known) {
    StringBuilder yaml = new StringBuilder("resources:\\n");
    Map<String, Optional<Thing>> outcome = new TreeMap<>();
    known.forEach((name, thing) -> {
      int value = value();
      yaml.append(resource(name, value, null));
      outcome.put(name, Optional.of(thing.changed(value)));
    });
    for (int i = 0; i < 2; i++) {
      String name = name();
      int value = value();
      String secret = perhapsSecret();
      yaml.append(resource(name, value, secret));
      outcome.put(name, Optional.of(Thing.fresh(value, secret)));
    }
    return new Wish(
        "POST", "/api/v1/apply", "{\"yaml\":\"" + yaml + "\"}", Optional.of(key()), outcome);
  }

  private String resource(String name, int value, @Nullable String secret) {
    String text = "- {kind: %s, name: %s, %s: %s%s}"
        .formatted(
            ground.kind,
            name,
            ground.member,
            ground.written(value),
            secret == null ? "" : ", " + ground.secret + ": '" + secret + "'");
    return text.replace("\"", "\\\"") + "\\n";
  }

  private Map.Entry<String, Thing> any(Map<String, Thing> known) {
    List<Map.Entry<String, Thing>> all = new ArrayList<>(known.entrySet());
    return all.get(random.nextInt(all.size()));
  }

  private String member(int value) {
    return "\"" + ground.member + "\":" + ground.written(value);
  }

  private String secretMember(@Nullable String secret) {
    return secret == null ? "" : ",\"" + ground.secret + "\":\"" + secret + "\"";
  }

  private String name() {
    return client + "-" + count++;
  }

  private String key() {
    return client + "-request-" + count++;
  }

  private int value() {
    return 1 + random.nextInt(MOST_VALUE);
  }

  /** Half of them are left to the server to make. */
  private @Nullable String perhapsSecret() {
    if (random.nextBoolean()) {
      return null;
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
