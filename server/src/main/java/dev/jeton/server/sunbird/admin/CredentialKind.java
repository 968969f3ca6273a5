package dev.jeton.server.sunbird.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.CredentialSpec;
import dev.jeton.server.sunbird.GivenCredential;
import dev.jeton.server.sunbird.SunbirdConsumers;
import dev.jeton.server.sunbird.SunbirdCredentials;
import dev.jeton.server.sunbird.SunbirdSettings;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.sunbird.Credential;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Credentials: a key, which tokens have as {@code iss}, and the secret that signs them. */
@Singleton
final class CredentialKind implements Kind<CredentialSpec> {
  private static final String BY_FILE = "file";

  private final CredentialSecrets secrets = new CredentialSecrets();
  private final SunbirdSettings settings;
  private final ConsumerKind consumers;
  private final SunbirdConsumers liveConsumers;
  private final SunbirdCredentials live;

  CredentialKind(
      SunbirdSettings settings,
      ConsumerKind consumers,
      SunbirdConsumers liveConsumers,
      SunbirdCredentials live) {
    this.settings = settings;
    this.consumers = consumers;
    this.liveConsumers = liveConsumers;
    this.live = live;
  }

  @Override
  public String word() {
    return "sunbird-credential";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/credentials";
  }

  @Override
  public String noun() {
    return "Sunbird credential";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(SunbirdTokens.PLATFORM);
  }

  @Override
  public boolean isForApprovers() {
    return true;
  }

  @Override
  public CredentialSpec read(Fields spec) {
    return CredentialMembers.read(spec);
  }

  @Override
  public void write(CredentialSpec spec, Json out) {
    CredentialMembers.write(spec, out);
  }

  /** The key is made where none is given. */
  @Override
  public Fields completed(Fields spec, RandomGenerator random) {
    return spec.has("key")
        ? spec
        : spec.with(Fields.of(Json.object(key -> key.put("key", Credential.randomKey(random)))));
  }

  @Override
  public String name(CredentialSpec spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(CredentialSpec spec) {
    return Map.of("key", spec.key());
  }

  @Override
  public Optional<SecretRules<CredentialSpec>> secrets() {
    return Optional.of(secrets);
  }

  @Override
  public boolean isDefault(CredentialSpec spec) {
    return spec.isDefault();
  }

  @Override
  public CredentialSpec withoutDefault(CredentialSpec spec) {
    return spec.marked(false);
  }

  @Override
  public void check(Stored<CredentialSpec> one, View others) {
    one.spec().consumer().ifPresent(name -> {
      if (others
          .find(consumers, name)
          .filter(consumer -> consumer.spec().username().equals(name))
          .isEmpty()) {
        throw Refused.badRequest(
            "unknown-consumer",
            "there is no Sunbird consumer " + name
                + " here; make it first, or name one that is there");
      }
    });
    List<KeyVersion> live = one.keys().live();
    if (one.spec().verifiesOnly() && !live.isEmpty()) {
      throw new Refused(
          new Problem(
              409,
              "has-secret",
              "it has a secret, and a public key stands in the place of one; revoke its secrets first"));
    }
    live.forEach(key -> secrets.checkForm(one.spec(), one.secret(key.id())));
  }

  @Override
  public List<Stored<CredentialSpec>> fixed() {
    return settings.credentials().stream().map(CredentialKind::fixed).toList();
  }

  private static Stored<CredentialSpec> fixed(GivenCredential given) {
    KeyVersions keys = given
        .secret()
        .map(secret -> KeyVersions.startingWith(KeyVersion.prepared(BY_FILE, Instant.EPOCH)))
        .orElse(KeyVersions.NONE);
    Map<String, Secret> secret = given.secret().map(one -> Map.of(BY_FILE, one)).orElse(Map.of());
    return Stored.fixed(given.spec().name(), given.spec(), keys, secret);
  }

  @Override
  public List<String> warnings(Stored<CredentialSpec> one, Instant now) {
    return CredentialWarnings.of(one, liveConsumers.of(one.spec()), now);
  }

  /** The groups that its tokens have. */
  @Override
  public void describe(Stored<CredentialSpec> one, Instant now, Json out) {
    liveConsumers.of(one.spec()).ifPresent(consumer -> out.put("groups", consumer.groups()));
  }

  @Override
  public void hold(List<Stored<CredentialSpec>> all) {
    live.hold(all);
  }
}
