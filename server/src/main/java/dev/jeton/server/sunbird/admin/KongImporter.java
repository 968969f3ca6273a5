package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.admin.Importer;
import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.http.Fields;
import dev.jeton.server.sunbird.SunbirdCredential;
import dev.jeton.server.sunbird.SunbirdCredentials;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Kong's consumers with their groups and JWT credentials, from its file or its Admin API. */
@Singleton
final class KongImporter implements Importer {
  private static final String PROFILE = "profile";
  private static final String ENCODING = "secretEncoding";
  private static final String OLD_EDWARDS = "EdDSA";

  private final SunbirdCredentials held;

  KongImporter(SunbirdCredentials held) {
    this.held = held;
  }

  @Override
  public String word() {
    return "sunbird-kong";
  }

  @Override
  public String platform() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only(PROFILE, ENCODING);
    KongConfig config = KongConfig.read(source);
    KongPlugins plugins = config.plugins();
    String profile = options.textOrNull(PROFILE);
    String encoding = Objects.requireNonNullElseGet(
        options.textOrNull(ENCODING), () -> plugins.encoding().word());
    Set<String> groups = new TreeSet<>();
    List<Thing> consumers = new ArrayList<>();
    List<Thing> credentials = new ArrayList<>();
    int keyless = 0;
    for (KongConsumer consumer : config.consumers()) {
      groups.addAll(consumer.groups());
      consumers.add(consumer(consumer));
      for (SourceObject jwt : consumer.keys()) {
        Optional<String> key = jwt.word("key");
        key.ifPresent(
            word -> credentials.add(credential(word, consumer.name(), jwt, profile, encoding)));
        keyless += key.isEmpty() ? 1 : 0;
      }
    }
    List<Thing> all = new ArrayList<>();
    groups.forEach(
        code -> all.add(Thing.of("sunbird-group", code, json -> json.put("code", code))));
    all.addAll(consumers);
    all.addAll(credentials);
    return new Imported(
        all, remarks(config, plugins, keyless, !credentials.isEmpty() && profile == null));
  }

  private static Thing consumer(KongConsumer consumer) {
    return Thing.of(
        "sunbird-consumer",
        consumer.name(),
        json ->
            json.put("username", consumer.name()).put("groups", List.copyOf(consumer.groups())));
  }

  private Thing credential(
      String key, String consumer, SourceObject jwt, @Nullable String profile, String encoding) {
    String given = jwt.word("algorithm").orElse(Algorithm.HS256.word());
    String algorithm = given.equals(OLD_EDWARDS) ? Algorithm.ED25519.word() : given;
    Algorithm known = Algorithm.ofWord(algorithm);
    boolean symmetric = known == null || known.isSymmetric();
    Optional<String> here = held.ofKey(key).map(SunbirdCredential::name);
    String checked = profile == null && here.isEmpty() ? Profile.LEGACY.word() : profile;
    return Thing.of("sunbird-credential", key, json -> {
      json.put("key", key)
          .put("name", here.orElse(null))
          .put("consumer", consumer)
          .put("algorithm", algorithm)
          .put(PROFILE, checked);
      if (symmetric) {
        json.put(ENCODING, encoding).put("secret", jwt.text("secret").orElse(null));
      } else {
        json.put("publicKey", jwt.text("rsa_public_key").orElse(null));
      }
    });
  }

  private static List<String> remarks(
      KongConfig config, KongPlugins plugins, int keyless, boolean legacy) {
    List<String> remarks = new ArrayList<>();
    if (legacy) {
      remarks.add("new credentials get the profile legacy, a compatibility switch: as Kong did, it"
          + " takes tokens without an end; --profile strict wants one");
    }
    if (plugins.haveOtherClaim()) {
      remarks.add("a jwt plugin reads the key from another claim; here it is always iss");
    }
    if (keyless > 0) {
      remarks.add(
          keyless + " credentials without a key were left: Kong made one when it loaded them;"
              + " import from its Admin API to have it");
    }
    plugins
        .others()
        .forEach((name, count) ->
            remarks.add("plugin " + name + " (" + count + ") was left: it stays with the gateway"));
    config
        .left()
        .forEach((what, count) ->
            remarks.add(what + " (" + count + ") were left: they have no place here"));
    return remarks;
  }
}
