package dev.jeton.server.kandy;

import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.kandy.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one preset, and how a preset is read from them. */
record PresetForm(Key realm, Key account, Key from, Key to) {
  static final String PREFIX = "kandy.presets";

  private static final String NAME = "give a name such as help@example.com, without sip:";

  static PresetForm create() {
    String below = PREFIX + ".<name>.";
    return new PresetForm(
        Key.setting(
            below + "realm",
            "Realm of the call that `/token?identifier=` names by this"
                + " word; without it the default realm"),
        Key.setting(below + "account", "Its account; without it the realm decides"),
        Key.setting(below + "from", "Its caller; without it the realm's usual one"),
        Key.setting(below + "to", "Its callee"));
  }

  List<Key> all() {
    return List.of(realm, account, from, to);
  }

  /** Whether it names a realm of its own. */
  Optional<String> realmName(SettingsReader in) {
    return Optional.ofNullable(in.text(realm));
  }

  /** Tells that there is no such realm. */
  void noRealm(SettingsReader in) {
    in.fault(
        realm,
        in.isSet(realm) ? "there is no such realm" : "there is no default realm",
        "give the name of a realm whose settings are right");
  }

  /** The call, unless something is wrong with it. */
  Optional<CallWish> read(SettingsReader in) {
    Optional<Identity> accountName = name(in, account);
    Optional<Identity> fromName = name(in, from);
    Optional<Identity> toName = name(in, to);
    if (!in.isSet(to)) {
      in.fault(to, "it is missing", NAME);
    }
    return toName.map(callee -> new CallWish(Optional.empty(), callee, fromName, accountName));
  }

  /** Whether the realm lets through what is written down. */
  boolean fits(SettingsReader in, RealmSpec of, CallWish wish) {
    try {
      Presets.check(of, wish);
      return true;
    } catch (Refused e) {
      in.fault(to, e.problem().detail(), "let the lists of realm " + of.name() + " cover it");
      return false;
    }
  }

  private static Optional<Identity> name(SettingsReader in, Key key) {
    return Optional.ofNullable(in.parsed(key, PresetForm::identity, NAME));
  }

  private static @Nullable Identity identity(String text) {
    try {
      return Identity.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
