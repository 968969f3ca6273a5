package dev.jeton.server.kandy;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the Kandy realms: one from plain keys or the environment, any number from the file. */
public final class KandySettingsSection implements SettingsSection<KandyRealms> {
  private static final String ROOT = "kandy.";
  private static final String PREFIX = "kandy.realms";

  private static final RealmForm PLAIN = RealmForm.of(KandySettingsSection::fromEnvironment);
  private static final RealmForm NAMED = RealmForm.of(KandySettingsSection::inFile);
  private static final PresetForm PRESET = PresetForm.create();

  private static final Key DEFAULT = Key.setting(
          PREFIX + ".<name>.default", "Whether callers get this realm who name none")
      .defaultingTo("false");
  private static final Key UNRESTRICTED = Key.setting(
          "kandy.unrestricted",
          "Callees that take calls without tokens, as names or patterns; anybody can flood them")
      .alsoFrom("KANDY_UNRESTRICTED");

  /** {@code kandy.security-key} is also {@code KANDY_SECURITY_KEY}. */
  private static Key fromEnvironment(Key key) {
    return key.alsoFrom(key.name().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
  }

  private static Key inFile(Key key) {
    String last = key.name().substring(ROOT.length());
    String meaning = last.equals("realm")
        ? "As kandy.realm; without it the word in place of `<name>`"
        : "As " + key.name();
    return new Key(PREFIX + ".<name>." + last, List.of(), key.defaultText(), meaning, key.secret());
  }

  @Override
  public Class<KandyRealms> type() {
    return KandyRealms.class;
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(PLAIN.all());
    keys.addAll(NAMED.all());
    keys.addAll(PRESET.all());
    keys.add(DEFAULT);
    keys.add(UNRESTRICTED);
    return keys;
  }

  @Override
  public KandyRealms read(SettingsReader in) {
    RealmList realms = new RealmList();
    if (PLAIN.anySet(in)) {
      realms.read(PLAIN, in, Optional.empty());
    }
    in.each(PREFIX).forEach((name, one) -> {
      boolean marked = one.truth(DEFAULT);
      realms.read(NAMED, one, Optional.of(name)).ifPresent(realm -> {
        if (marked) {
          realms.mark(realm, one, DEFAULT);
        }
      });
    });
    List<Preset> presets = new ArrayList<>();
    in.each(PresetForm.PREFIX)
        .forEach((name, one) ->
            PRESET.read(one, name, realms.all(), realms.standard()).ifPresent(presets::add));
    return new KandyRealms(
        realms.all(), realms.standard(), RealmForm.listed(in, UNRESTRICTED).patterns(), presets);
  }
}
