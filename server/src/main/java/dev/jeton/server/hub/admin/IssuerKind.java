package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubSettings;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.IssuerSpec;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/hub/issuers}: who signs identity tokens. */
@Singleton
final class IssuerKind implements Kind<IssuerSpec> {
  private final HubIssuers held;
  private final HubSettings settings;
  private final IssuerChecks checks;

  IssuerKind(HubIssuers held, Settings settings) {
    this.held = held;
    this.settings = settings.get(HubSettings.class);
    this.checks = new IssuerChecks(held);
  }

  @Override
  public String word() {
    return "hub-issuer";
  }

  @Override
  public String path() {
    return "/api/v1/hub/issuers";
  }

  @Override
  public String noun() {
    return "Hub issuer";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(HubTokens.PLATFORM);
  }

  @Override
  public IssuerSpec read(Fields spec) {
    return IssuerForm.read(spec);
  }

  @Override
  public void write(IssuerSpec spec, Json out) {
    IssuerForm.write(spec, out);
  }

  @Override
  public String name(IssuerSpec spec) {
    return spec.name();
  }

  @Override
  public boolean isDefault(IssuerSpec spec) {
    return spec.marked();
  }

  @Override
  public IssuerSpec withoutDefault(IssuerSpec spec) {
    return spec.marked(false);
  }

  @Override
  public Optional<SecretRules<IssuerSpec>> secrets() {
    return Optional.of(new IssuerKeyRules());
  }

  @Override
  public void check(Stored<IssuerSpec> one, View others) {
    checks.check(one, others.all(this));
  }

  @Override
  public List<String> usedBy(Stored<IssuerSpec> one, View others) {
    return checks.usedBy(one);
  }

  @Override
  public List<Stored<IssuerSpec>> fixed() {
    return settings.stored();
  }

  @Override
  public List<Stored<IssuerSpec>> own() {
    return held.ownAsItIs().map(KeptIssuer::stored).stream().toList();
  }

  @Override
  public List<String> warnings(Stored<IssuerSpec> one, Instant now) {
    return checks.warnings(one, now);
  }

  /** The public key with which its tokens name it now. */
  @Override
  public void describe(Stored<IssuerSpec> one, Instant now, Json out) {
    one.keys().signing(now).ifPresent(key -> out.put("issuer", key.label()));
  }

  @Override
  public void hold(List<Stored<IssuerSpec>> all) {
    held.hold(all);
  }
}
