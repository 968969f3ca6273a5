package dev.jeton.server.hub;

import dev.jeton.server.admin.Stored;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys of this server and the accounts behind them, in memory. */
public final class HubKeys {
  private volatile Map<ApiKey, HubApiKey> keys = Map.of();
  private volatile Map<String, HubApiKey> ids = Map.of();
  private volatile Map<String, HubAccount> accounts = Map.of();

  /** What an API key came to that somebody showed. */
  public sealed interface Found {

    /**
     * It counts.
     *
     * @param account whose it is, where it is somebody's
     */
    record Usable(HubApiKey key, Optional<HubAccount> account) implements Found {}

    /** There is such a key, but it is invalidated. */
    record Invalidated(HubApiKey key) implements Found {}

    /** There is such a key, but its account is gone or switched off. */
    record NoAccount(HubApiKey key) implements Found {}

    /** There is no such key. */
    record Unknown() implements Found {}
  }

  /** Looks an API key up, in whatever base it is spelled. */
  public Found find(String text) {
    HubApiKey key = ApiKey.parse(text) instanceof Outcome.Accepted<ApiKey> parsed
        ? keys.get(parsed.value())
        : null;
    if (key == null) {
      return new Found.Unknown();
    }
    if (!key.isValid()) {
      return new Found.Invalidated(key);
    }
    Optional<HubAccount> account = key.accountId().flatMap(this::account);
    return key.accountId().isPresent() && account.filter(HubAccount::enabled).isEmpty()
        ? new Found.NoAccount(key)
        : new Found.Usable(key, account);
  }

  /** The account of that id. */
  public Optional<HubAccount> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** The account of that identity. */
  public Optional<HubAccount> accountOf(Libp2pPublicKey owner) {
    return accounts.values().stream()
        .filter(account -> account.publicKey().filter(owner::equals).isPresent())
        .findFirst();
  }

  /** The key of that text, whether it counts or not. */
  public Optional<HubApiKey> known(ApiKey key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** The key of that id in the store. */
  public Optional<HubApiKey> withId(String id) {
    return Optional.ofNullable(ids.get(id));
  }

  /** Takes over what keys there are now. */
  public void hold(List<Stored<KeySpec>> all) {
    Map<ApiKey, HubApiKey> next = new HashMap<>();
    Map<String, HubApiKey> byId = new HashMap<>();
    for (Stored<KeySpec> one : all) {
      HubApiKey key = new HubApiKey(one);
      next.put(key.key(), key);
      byId.put(key.id(), key);
    }
    keys = next;
    ids = byId;
  }

  /** Takes over what accounts there are now. */
  public void holdAccounts(List<Stored<AccountSpec>> all) {
    Map<String, HubAccount> next = new HashMap<>();
    for (Stored<AccountSpec> one : all) {
      AccountSpec spec = one.spec();
      next.put(one.id(), new HubAccount(one.id(), spec.name(), spec.publicKey(), spec.enabled()));
    }
    accounts = next;
  }
}
