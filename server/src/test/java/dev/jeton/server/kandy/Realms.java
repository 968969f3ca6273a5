package dev.jeton.server.kandy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Realms for the tests. */
final class Realms {
  static final String ECB_KEY = "tR8kP2vN" + "x5Lq9WzB";
  static final String CBC_KEY = "Hn4JyT7cVb2XsD9f" + "Gk6MqE3rWu8ZpA5t";
  static final String OTHER_CBC_KEY = "Zp7YwX3qLm9TgB4v" + "Rc8NhS5kJd2FuE6a";
  static final Duration DURATION = Duration.ofMinutes(10);

  private Realms() {}

  static KandyRealm of(KandyCipher cipher, Convention convention, AccountBinding binding) {
    return realm(spec(cipher, convention, binding));
  }

  static RealmSpec spec(KandyCipher cipher, Convention convention, AccountBinding binding) {
    return spec(
        cipher,
        convention,
        binding,
        listed("help@example.com", "*@sales.example.com"),
        Domains.ALL);
  }

  static RealmSpec spec(
      KandyCipher cipher,
      Convention convention,
      AccountBinding binding,
      Listed to,
      Domains domains) {
    return new RealmSpec(
        "r.example",
        cipher,
        TokenWindow.of(DURATION),
        "",
        convention,
        binding,
        IvUse.PER_TOKEN,
        listed("service@example.com", "line-*@example.com"),
        listed("anonymous@invalid.com", "alice@example.com", "guest-*", "*@visitors.example"),
        to,
        domains,
        SetTracking.NONE,
        Map.of(),
        Optional.empty(),
        false);
  }

  /** The usual realm, which keeps that of its sets. */
  static KandyRealm tracking(KandyCipher cipher, SetTracking tracking) {
    RealmSpec usual = spec(cipher, Convention.A, AccountBinding.ANY);
    return realm(new RealmSpec(
        usual.name(),
        usual.cipher(),
        usual.window(),
        usual.description(),
        usual.convention(),
        usual.binding(),
        usual.ivUse(),
        usual.accounts(),
        usual.from(),
        usual.to(),
        usual.domains(),
        tracking,
        usual.presets(),
        usual.keyEndsAt(),
        usual.standard()));
  }

  /** What a node on that database keeps of sets. */
  static SetRegister register(Database database, InstantSource clock) {
    return new SetRegister(
        new SharedMarks(database, "kandy-issued", clock, 1000),
        new SharedMarks(database, "kandy-set", clock, 1000),
        1000,
        () -> true);
  }

  /** The realm with the key of its cipher. */
  static KandyRealm realm(RealmSpec spec) {
    return KandyRealm.of(spec, keys(spec.cipher(), GivenKeys.of(secret(spec.cipher()))));
  }

  static LiveKeys keys(KandyCipher cipher, GivenKeys given) {
    return LiveKeys.of(cipher, given.versions(), given.secrets());
  }

  static Secret secret(KandyCipher cipher) {
    return Secret.ofText(cipher == KandyCipher.CBC ? CBC_KEY : ECB_KEY);
  }

  static KandyRealm of(Convention convention) {
    return of(KandyCipher.CBC, convention, AccountBinding.ANY);
  }

  static SecurityKey key(KandyCipher cipher) {
    return SecurityKey.of(cipher, secret(cipher));
  }

  static Listed listed(String... names) {
    List<AddressPattern> patterns = Stream.of(names).map(AddressPattern::of).toList();
    return Listed.of(patterns);
  }
}
