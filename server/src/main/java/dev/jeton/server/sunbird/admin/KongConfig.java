package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.SourceObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a Kong knows of consumers, whether credentials and groups stand inside of them or beside, with
 * a reference.
 */
final class KongConfig {
  private static final String CONSUMERS = "consumers";
  private static final String JWTS = "jwt_secrets";
  private static final String ACLS = "acls";
  private static final String CONSUMER = "consumer";
  private static final Set<String> READ = Set.of(CONSUMERS, JWTS, ACLS, "plugins");
  private static final Set<String> OTHERS_OF_CONSUMERS = new TreeSet<>(Set.of(
      "basicauth_credentials",
      "groups",
      "hmacauth_credentials",
      "keyauth_credentials",
      "mtls_auth_credentials",
      "oauth2_credentials"));

  private final Map<String, KongConsumer> byName = new LinkedHashMap<>();
  private final Map<String, KongConsumer> byReference = new HashMap<>();
  private final Map<String, Integer> left = new TreeMap<>();
  private final SourceObject source;

  private KongConfig(SourceObject source) {
    this.source = source;
  }

  static KongConfig read(String text) {
    SourceObject source = SourceObject.yaml(text);
    if (!source.has("_format_version") && READ.stream().noneMatch(source::has)) {
      throw SourceObject.wrong(
          "it is no configuration of Kong: it has neither _format_version nor" + " consumers");
    }
    KongConfig config = new KongConfig(source);
    source.objects(CONSUMERS).forEach(config::consumer);
    source.objects(JWTS).forEach(jwt -> config.owned(JWTS, jwt, KongConsumer::hasKey));
    source.objects(ACLS).forEach(acl -> config.owned(ACLS, acl, KongConsumer::isIn));
    Set<String> others = new TreeSet<>(source.names());
    others.removeAll(READ);
    others.removeIf(name -> name.startsWith("_") || !KongPlugins.isWord(name));
    source.counts(others).forEach((name, count) -> config.left.merge(name, count, Integer::sum));
    return config;
  }

  /** In the source's order. */
  List<KongConsumer> consumers() {
    return List.copyOf(byName.values());
  }

  /** All plugins, wherever they stand. */
  KongPlugins plugins() {
    return KongPlugins.of(source);
  }

  /** What has no place here, by what it is. */
  Map<String, Integer> left() {
    return left;
  }

  private void consumer(SourceObject one) {
    Optional<String> username = one.word("username");
    Optional<String> name = username.or(() -> one.word("custom_id"));
    if (name.isEmpty()) {
      left.merge("consumers without username and custom_id", 1, Integer::sum);
      return;
    }
    KongConsumer consumer = byName.get(name.get());
    if (consumer == null) {
      consumer = new KongConsumer(name.get(), new ArrayList<>(), new TreeSet<>());
      byName.put(name.get(), consumer);
    } else {
      left.merge("consumers whose name another has already", 1, Integer::sum);
    }
    byReference.put(name.get(), consumer);
    KongConsumer known = consumer;
    one.word("id").ifPresent(id -> byReference.put(id, known));
    one.objects(JWTS).forEach(known::hasKey);
    one.objects(ACLS).forEach(known::isIn);
    if (username.isPresent() && one.has("custom_id")) {
      left.merge("custom_id of consumers", 1, Integer::sum);
    }
    if (one.has("tags")) {
      left.merge("tags of consumers", 1, Integer::sum);
    }
    one.counts(OTHERS_OF_CONSUMERS)
        .forEach((what, count) -> left.merge(what + " of consumers", count, Integer::sum));
  }

  private interface Taking {
    void take(KongConsumer consumer, SourceObject one);
  }

  private void owned(String what, SourceObject one, Taking taking) {
    KongConsumer consumer = reference(one).map(byReference::get).orElse(null);
    if (consumer == null) {
      left.merge(what + " of consumers that are not there", 1, Integer::sum);
    } else {
      taking.take(consumer, one);
    }
  }

  /** Kong 0.14 has the id beside, newer ones an object with the id, files a name or an id. */
  private static Optional<String> reference(SourceObject one) {
    return one.word(CONSUMER)
        .or(() -> one.word("consumer_id"))
        .or(() -> one.object(CONSUMER)
            .flatMap(inner -> inner.word("id").or(() -> inner.word("username"))));
  }
}
