package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A kind for tests: lamps with a serial number, a colour and a code that switches them on. */
public final class LampKind implements Kind<LampKind.Lamp> {
  public static final String PATH = "/api/v1/lamps";

  volatile List<Stored<Lamp>> held = List.of();
  List<Stored<Lamp>> fixed = List.of();
  volatile List<Stored<Lamp>> own = List.of();
  List<String> users = List.of();
  volatile int unread;

  record Lamp(String name, String serial, String colour, boolean isDefault) {}

  @Override
  public String word() {
    return "lamp";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String noun() {
    return "lamp";
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public Lamp read(Fields spec) {
    spec.only("name", "serial", "colour", "default");
    String colour = spec.textOrNull("colour");
    return new Lamp(
        spec.text("name"),
        spec.text("serial"),
        colour == null ? "white" : colour,
        spec.truthOr("default", false));
  }

  @Override
  public Fields completed(Fields spec, RandomGenerator random) {
    return spec.has("serial")
        ? spec
        : Fields.of(Json.object(
                json -> json.put("serial", "made-" + Long.toHexString(random.nextLong()))))
            .with(spec);
  }

  @Override
  public void write(Lamp spec, Json out) {
    out.put("name", spec.name())
        .put("serial", spec.serial())
        .put("colour", spec.colour())
        .put("default", spec.isDefault());
  }

  @Override
  public String name(Lamp spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(Lamp spec) {
    return Map.of("serial", spec.serial());
  }

  @Override
  public Optional<SecretRules<Lamp>> secrets() {
    return Optional.of(new Codes());
  }

  @Override
  public boolean isDefault(Lamp spec) {
    return spec.isDefault();
  }

  @Override
  public Lamp withoutDefault(Lamp spec) {
    return new Lamp(spec.name(), spec.serial(), spec.colour(), false);
  }

  @Override
  public void check(Stored<Lamp> one, View others) {
    long green = others.all(this).stream()
        .filter(other -> other.spec().colour().equals("green"))
        .count();
    if (green > 1) {
      throw new Refused(new Problem(409, "two-green", "one lamp is green already"));
    }
  }

  @Override
  public List<String> usedBy(Stored<Lamp> one, View others) {
    List<String> all = new ArrayList<>(users);
    others.all(this).stream()
        .filter(other -> other.spec().colour().equals("as " + one.spec().name()))
        .forEach(other -> all.add("lamp " + other.spec().name()));
    return all;
  }

  /** Red is for good. */
  @Override
  public Set<String> revoked(Lamp spec) {
    return spec.colour().equals("red") ? Set.of("colour") : Set.of();
  }

  @Override
  public List<Stored<Lamp>> fixed() {
    return fixed;
  }

  @Override
  public List<Stored<Lamp>> own() {
    return own;
  }

  /** By which a test knows the code that counts now. */
  @Override
  public void describe(Stored<Lamp> one, Instant now, Json out) {
    one.signing(now).ifPresent(code -> out.put("fingerprint", fingerprint(Shown.text(code))));
  }

  /** What a lamp shows of its code. */
  public static String fingerprint(String code) {
    return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public void hold(List<Stored<Lamp>> all) {
    held = new ArrayList<>(all);
  }

  @Override
  public void unread(int count) {
    unread = count;
  }

  private static final class Codes implements SecretRules<Lamp> {
    @Override
    public String segment() {
      return "codes";
    }

    @Override
    public String member() {
      return "code";
    }

    @Override
    public String noun() {
      return "code";
    }

    @Override
    public Secret make(Lamp spec, RandomGenerator random) {
      return Secret.ofText("made-code-" + random.nextLong(1L << 40));
    }

    @Override
    public void check(Lamp spec, Secret given) {
      if (given.length() < 8) {
        throw Refused.badRequest("short-code", "a code has 8 characters or more");
      }
    }
  }
}
