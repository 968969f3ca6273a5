package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.admin.Importer;
import dev.jeton.server.http.Fields;
import dev.jeton.server.hub.HubAccount;
import dev.jeton.server.hub.HubApiKey;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys of a Hub: its database's collection {@code apikeys}, or what it lists. */
@Singleton
final class KeyImporter implements Importer {
  private static final String ACCOUNT = "account";
  private static final int LONGEST_NAME = 64;

  private final HubKeys held;

  KeyImporter(HubKeys held) {
    this.held = held;
  }

  @Override
  public String word() {
    return "hub-keys";
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only(ACCOUNT, "numbers");
    List<FoundKey> found = FoundKeys.read(source);
    List<String> remarks = new ArrayList<>();
    KeyNumbers numbers = KeyNumbers.of(found, options.textOrNull("numbers"));
    numbers.remark().ifPresent(remarks::add);
    String named = options.textOrNull(ACCOUNT);
    Map<String, Thing> accounts = new LinkedHashMap<>();
    List<Thing> keys = new ArrayList<>();
    for (FoundKey one : found) {
      Optional<Libp2pPublicKey> owner = one.owner();
      owner.ifPresent(key -> accounts.computeIfAbsent(key.text(), text -> account(key)));
      Optional<String> account = owner.map(this::accountName).or(() -> Optional.ofNullable(named));
      keys.add(key(one, numbers, account));
    }
    long strangers = found.stream().filter(FoundKey::hasUnreadableOwner).count();
    if (strangers > 0) {
      remarks.add(strangers + " keys have an owner that is no libp2p public key; it was left");
    }
    long invalid = found.stream().filter(one -> !one.valid()).count();
    if (invalid > 0) {
      remarks.add(invalid + " keys are invalidated, and stay so");
    }
    List<Thing> all = new ArrayList<>(accounts.values());
    all.addAll(keys);
    return new Imported(all, remarks);
  }

  private Thing account(Libp2pPublicKey owner) {
    String name = accountName(owner);
    return Thing.of(
        "hub-account", name, json -> json.put(Words.NAME, name).put("publicKey", owner.text()));
  }

  /** That of the account that has the identity already, so that importing again finds it. */
  private String accountName(Libp2pPublicKey owner) {
    String text = owner.text();
    return held.accountOf(owner)
        .map(HubAccount::name)
        .orElse(text.substring(Math.max(0, text.length() - LONGEST_NAME)));
  }

  private Thing key(FoundKey one, KeyNumbers numbers, Optional<String> account) {
    return Thing.of("hub-key", one.key(), json -> {
      json.put(KeyForm.API_KEY, one.key())
          .put(Words.NAME, name(one.key()).orElse(null))
          .put("type", numbers.word(one.type()))
          .put(ACCOUNT, account.orElse(null))
          .put("secure", one.secure())
          .put("valid", one.valid())
          .put(new ApiSecretRules().member(), one.secret().orElse(null));
    });
  }

  /** That of the key that is here already. */
  private Optional<String> name(String key) {
    return ApiKey.parse(key) instanceof Outcome.Accepted<ApiKey> parsed
        ? held.known(parsed.value()).map(HubApiKey::name)
        : Optional.empty();
  }
}
