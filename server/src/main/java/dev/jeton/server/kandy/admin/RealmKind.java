package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.Ending;
import dev.jeton.server.admin.Following;
import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.kandy.Callee;
import dev.jeton.server.kandy.KandyRealms;
import dev.jeton.server.kandy.KandySettings;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kandy realms: the portal's Authentication Schemas. */
@Singleton
final class RealmKind implements Kind<RealmSpec> {
  private static final SecurityKeyRules KEYS = new SecurityKeyRules();

  private final KandyRealms realms;
  private final List<Stored<RealmSpec>> fixed;
  private final Provider<CalleeKind> callees;

  @Inject
  RealmKind(KandyRealms realms, Settings settings, Provider<CalleeKind> callees) {
    this(realms, settings.get(KandySettings.class).realms(), callees);
  }

  RealmKind(KandyRealms realms, List<Stored<RealmSpec>> fixed, Provider<CalleeKind> callees) {
    this.realms = realms;
    this.fixed = fixed;
    this.callees = callees;
  }

  @Override
  public String word() {
    return "kandy-realm";
  }

  @Override
  public String path() {
    return "/api/v1/kandy/realms";
  }

  @Override
  public String noun() {
    return "Kandy realm";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(KandyTokens.PLATFORM);
  }

  @Override
  public RealmSpec read(Fields spec) {
    return RealmFields.read(spec);
  }

  @Override
  public void write(RealmSpec spec, Json out) {
    RealmFields.write(spec, out);
  }

  @Override
  public String name(RealmSpec spec) {
    return spec.name();
  }

  @Override
  public Optional<SecretRules<RealmSpec>> secrets() {
    return Optional.of(KEYS);
  }

  /** The end was that of the former key. */
  @Override
  public RealmSpec withNewKey(RealmSpec spec) {
    return spec.keyEndsAt(Optional.empty());
  }

  @Override
  public Optional<Instant> signingEndsAt(RealmSpec spec) {
    return spec.keyEndsAt();
  }

  @Override
  public boolean isDefault(RealmSpec spec) {
    return spec.standard();
  }

  @Override
  public RealmSpec withoutDefault(RealmSpec spec) {
    return spec.standard(false);
  }

  @Override
  public void check(Stored<RealmSpec> one, View others) {
    RealmChecks.check(one, others.all(this), others.all(callees.get()));
  }

  @Override
  public List<String> usedBy(Stored<RealmSpec> one, View others) {
    return RealmChecks.bound(one.spec().name(), others.all(callees.get())).stream()
        .map(callee -> "callee " + callee.spec().address().text() + " is bound to it")
        .toList();
  }

  /** The callees that are bound to it by its name. */
  @Override
  public List<Following<?>> following(
      Stored<RealmSpec> before, Stored<RealmSpec> after, View others) {
    String name = after.spec().name();
    if (name.equals(before.spec().name())) {
      return List.of();
    }
    List<Following<?>> following = new ArrayList<>();
    for (Stored<Callee> one : RealmChecks.bound(before.spec().name(), others.all(callees.get()))) {
      following.add(new Following<>(callees.get(), one.id(), callee -> callee.boundTo(name)));
    }
    return following;
  }

  @Override
  public List<Stored<RealmSpec>> fixed() {
    return fixed;
  }

  @Override
  public List<String> warnings(Stored<RealmSpec> one, Instant now) {
    return RealmWarnings.of(one, now);
  }

  @Override
  public List<Ending> endings(Stored<RealmSpec> one) {
    List<Ending> endings = new ArrayList<>(Ending.ofSigning(one.keys()));
    one.spec().keyEndsAt().ifPresent(end -> endings.add(new Ending("its Security Key", end)));
    return endings;
  }

  @Override
  public void hold(List<Stored<RealmSpec>> all) {
    realms.hold(all);
  }
}
