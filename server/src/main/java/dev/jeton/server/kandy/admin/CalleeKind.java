package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee;
import dev.jeton.server.kandy.Callees;
import dev.jeton.server.kandy.KandySettings;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.KeyVersions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callees: who may be called, when, and by whom. */
@Singleton
final class CalleeKind implements Kind<Callee> {
  private final Callees callees;
  private final RealmKind realms;
  private final List<Stored<Callee>> fixed;

  @Inject
  CalleeKind(Callees callees, RealmKind realms, Settings settings) {
    this(callees, realms, settings.get(KandySettings.class).callees());
  }

  CalleeKind(Callees callees, RealmKind realms, List<Callee> unrestricted) {
    this.callees = callees;
    this.realms = realms;
    this.fixed = unrestricted.stream()
        .map(callee -> Stored.fixed(name(callee), callee, KeyVersions.NONE, Map.of()))
        .toList();
  }

  @Override
  public String word() {
    return "kandy-callee";
  }

  @Override
  public String path() {
    return "/api/v1/kandy/callees";
  }

  @Override
  public String noun() {
    return "callee";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(KandyTokens.PLATFORM);
  }

  @Override
  public Callee read(Fields spec) {
    return CalleeFields.read(spec);
  }

  @Override
  public void write(Callee spec, Json out) {
    CalleeFields.write(spec, out);
  }

  @Override
  public String name(Callee spec) {
    return spec.address().text();
  }

  @Override
  public void check(Stored<Callee> one, View others) {
    one.spec().realm().ifPresent(name -> {
      if (others
          .find(realms, name)
          .filter(realm -> realm.spec().name().equalsIgnoreCase(name))
          .isEmpty()) {
        throw Refused.badRequest(
            "unknown-realm", "realm: there is no Kandy realm of that name; create it first");
      }
    });
  }

  @Override
  public List<Stored<Callee>> fixed() {
    return fixed;
  }

  @Override
  public List<String> warnings(Stored<Callee> one, Instant now) {
    return one.spec().unrestricted()
        ? List.of("it takes calls without tokens, so anybody can flood it")
        : List.of();
  }

  /** Under the member that all kinds have. */
  @Override
  public void describe(Stored<Callee> one, Instant now, Json out) {
    out.put("name", name(one.spec()));
  }

  @Override
  public void hold(List<Stored<Callee>> all) {
    callees.hold(all.stream().map(Stored::spec).toList());
  }

  @Override
  public void unread(int count) {
    callees.unread(count > 0);
  }
}
