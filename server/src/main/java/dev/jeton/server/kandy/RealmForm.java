package dev.jeton.server.kandy;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Timestamps;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings of one realm, and how a realm is read from them. */
record RealmForm(
    Key realm,
    KeyForm keys,
    Key duration,
    Key timestamps,
    Key convention,
    Key binding,
    Key iv,
    Key issuedOnly,
    Key singleUse,
    Key account,
    Key from,
    Key to) {
  private static final Duration SHORTEST = Duration.ofSeconds(RealmSpec.SHORTEST_SECONDS);
  private static final Duration LONGEST = Duration.ofSeconds(RealmSpec.LONGEST_SECONDS);
  private static final String PATTERNS =
      "give addresses such as help@example.com, or patterns such as *@example.com, without sip:";

  /** The form whose keys a function makes out of those of the plain one. */
  static RealmForm of(UnaryOperator<Key> key) {
    return new RealmForm(
        key.apply(Key.setting(
            "kandy.realm", "Name of the Kandy realm: that of the portal's Authentication Schema")),
        new KeyForm(
            key.apply(
                Key.secret("kandy.security-key", "Its Security Key: 16 bytes for ecb, 32 for cbc")),
            key.apply(Key.secret(
                "kandy.security-key-previous",
                "The key before that one, whose tokens still verify until its end")),
            key.apply(Key.setting(
                "kandy.security-key-previous-until",
                "The end of the previous key, such as `2026-12-31T18:00:00Z`")),
            key.apply(Key.setting(
                    "kandy.cipher",
                    "Its cipher: `cbc`, or `ecb`, whose tokens can be cut and pasted")
                .defaultingTo("cbc"))),
        key.apply(Key.setting(
                "kandy.duration",
                "Its Duration to Expire Authentication, at most an hour: how long after their"
                    + " making tokens count")
            .defaultingTo("10m")),
        key.apply(Key.setting(
                "kandy.timestamps",
                "The creation times that it verifies: `milliseconds`, or"
                    + " `milliseconds-or-seconds` for issuers that write seconds")
            .defaultingTo("milliseconds")),
        key.apply(Key.setting(
                "kandy.convention",
                "Who goes into which token: `A` account is the callee, `B` account is the caller"
                    + " and fixed, `C` account is the caller, `D` account is the caller's display"
                    + " name")
            .defaultingTo("A")),
        key.apply(Key.setting(
                "kandy.account-binding",
                "Whom the account of a set has to be: `any`, `equals-to` or `equals-from`")
            .defaultingTo("any")),
        key.apply(Key.setting(
                "kandy.iv",
                "How many IVs a set of cbc tokens has: `per-token`, or `per-set` as the vendor's"
                    + " issuers make it, and then sets with several are refused")
            .defaultingTo("per-token")),
        key.apply(Key.setting(
                "kandy.issued-only",
                "Whether Jeton verifies and redeems only sets that it issued, and minting waits for"
                    + " the store")
            .defaultingTo("false")),
        key.apply(Key.setting(
                "kandy.single-use",
                "Whether a set that was redeemed is refused where sets are verified, too")
            .defaultingTo("false")),
        key.apply(Key.setting(
            "kandy.account",
            "The account that authorises calls; further ones, or patterns, may be named by callers"
                + " of the API. Without it the convention decides")),
        key.apply(Key.setting(
            "kandy.from",
            "Who may call, as names or patterns such as `guest-*` or `*@example.com`; the first"
                + " name without `*` is the usual caller, else `anonymous@invalid.com`")),
        key.apply(
            Key.setting("kandy.to", "Who may be called, as names or patterns; without it nobody")));
  }

  List<Key> all() {
    List<Key> all = new ArrayList<>(keys.all());
    all.addAll(List.of(
        realm,
        duration,
        timestamps,
        convention,
        binding,
        iv,
        issuedOnly,
        singleUse,
        account,
        from,
        to));
    return all;
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /**
   * The realm, unless something is wrong with it.
   *
   * @param otherName its name where the settings give none
   */
  Optional<Stored<RealmSpec>> read(
      SettingsReader in, Optional<String> otherName, boolean standard) {
    String name = in.isSet(realm)
        ? in.parsed(realm, RealmForm::name, "give its name as the portal has it")
        : otherName.orElse(null);
    if (name == null && !in.isSet(realm)) {
      in.fault(realm, "it is missing", "give the name of the portal's Authentication Schema");
    }
    KandyCipher mode = in.word(keys.cipher(), KandyCipher.class);
    GivenKeys given = keys.read(in, mode);
    TokenWindow window = TokenWindow.of(in.duration(duration, SHORTEST, LONGEST))
        .timestamps(in.word(timestamps, Timestamps.class));
    RealmSpec spec = new RealmSpec(
        name == null ? "" : name,
        mode,
        window,
        "",
        in.word(convention, Convention.class),
        in.word(binding, AccountBinding.class),
        in.word(iv, IvUse.class),
        listed(in, account),
        listed(in, from),
        listed(in, to),
        Domains.ALL,
        new SetTracking(in.truth(issuedOnly), in.truth(singleUse)),
        Map.of(),
        Optional.empty(),
        standard);
    Misfit.of(spec).forEach(misfit -> in.fault(key(misfit), misfit.wrong(), misfit.right()));
    return name == null || given == null
        ? Optional.empty()
        : Optional.of(Stored.fixed(name, spec, given.versions(), given.secrets()));
  }

  private Key key(Misfit misfit) {
    return switch (misfit.member()) {
      case ACCOUNTS -> account;
      case FROM -> from;
      case ACCOUNT_BINDING -> binding;
    };
  }

  static Listed listed(SettingsReader in, Key key) {
    List<AddressPattern> patterns = in.list(key, RealmForm::pattern, PATTERNS);
    if (patterns.size() >= AddressPatterns.MAX_PATTERNS) {
      in.fault(
          key,
          "it has too many names",
          "give fewer than " + AddressPatterns.MAX_PATTERNS + "; a pattern covers many");
      return Listed.of(List.of());
    }
    return Listed.of(patterns);
  }

  /** Null for a text that is none. */
  static @Nullable AddressPattern pattern(String text) {
    try {
      return AddressPattern.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String name(String text) {
    return RealmSpec.isName(text) ? text : null;
  }
}
