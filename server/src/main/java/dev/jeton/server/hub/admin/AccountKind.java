package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.AccountSpec;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/hub/accounts}: developers and organisations, to whom API keys belong. */
@Singleton
final class AccountKind implements Kind<AccountSpec> {
  private static final String PUBLIC_KEY = "publicKey";
  private static final String ENABLED = "enabled";
  private static final int LONGEST_DESCRIPTION = 500;

  private final HubKeys held;
  private final Provider<KeyKind> keys;

  AccountKind(HubKeys held, Provider<KeyKind> keys) {
    this.held = held;
    this.keys = keys;
  }

  @Override
  public String word() {
    return "hub-account";
  }

  @Override
  public String path() {
    return "/api/v1/hub/accounts";
  }

  @Override
  public String noun() {
    return "Hub account";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(HubTokens.PLATFORM);
  }

  @Override
  public AccountSpec read(Fields spec) {
    spec.only(CommonMembers.NAME, PUBLIC_KEY, CommonMembers.DESCRIPTION, ENABLED);
    return new AccountSpec(
        CommonMembers.name(spec.text(CommonMembers.NAME)),
        Optional.ofNullable(spec.textOrNull(PUBLIC_KEY)).map(AccountKind::publicKey),
        description(spec),
        spec.truthOr(ENABLED, true));
  }

  static Optional<String> description(Fields spec) {
    return CommonMembers.line(spec, CommonMembers.DESCRIPTION, LONGEST_DESCRIPTION);
  }

  private static Libp2pPublicKey publicKey(String text) {
    Outcome<Libp2pPublicKey> outcome = Libp2pPublicKey.parse(text);
    if (outcome instanceof Outcome.Refused<Libp2pPublicKey> refused) {
      throw Refused.badRequest(
          "wrong-public-key",
          PUBLIC_KEY + " must be a libp2p public key such as bbaarei...: " + refused.detail());
    }
    return ((Outcome.Accepted<Libp2pPublicKey>) outcome).value();
  }

  @Override
  public void write(AccountSpec spec, Json out) {
    out.put(CommonMembers.NAME, spec.name())
        .put(PUBLIC_KEY, spec.publicKey().map(Libp2pPublicKey::text).orElse(null))
        .put(CommonMembers.DESCRIPTION, spec.description().orElse(null))
        .put(ENABLED, spec.enabled());
  }

  @Override
  public String name(AccountSpec spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(AccountSpec spec) {
    return spec.publicKey().map(key -> Map.of("public-key", key.text())).orElse(Map.of());
  }

  @Override
  public List<String> usedBy(Stored<AccountSpec> one, View others) {
    return others.all(keys.get()).stream()
        .filter(key -> key.spec().account().filter(one.id()::equals).isPresent())
        .map(key -> "API key " + key.spec().name())
        .toList();
  }

  @Override
  public List<String> warnings(Stored<AccountSpec> one, Instant now) {
    return one.spec().enabled()
        ? List.of()
        : List.of("it is switched off, so none of its API keys counts");
  }

  @Override
  public void hold(List<Stored<AccountSpec>> all) {
    held.holdAccounts(all);
  }
}
