package dev.jeton.server.kandy;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.server.settings.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the Kandy realms: one from plain keys or the environment, any number from the file. */
public final class KandySettingsSection implements SettingsSection<KandySettings> {
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
  public Class<KandySettings> type() {
    return KandySettings.class;
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
  public KandySettings read(SettingsReader in) {
    RealmList realms = new RealmList();
    Standard marks = new Standard("realm", DEFAULT);
    if (PLAIN.anySet(in)) {
      realms
          .read(PLAIN, in, Optional.empty(), false)
          .ifPresent(realm -> marks.addPlain(realm.spec().name()));
    }
    in.each(PREFIX)
        .forEach((name, one) -> realms
            .read(NAMED, one, Optional.of(name), one.truth(DEFAULT))
            .ifPresent(realm -> marks.add(realm.spec().name(), one)));
    Optional<String> standard = marks.name();
    Map<String, Map<String, CallWish>> presets = presets(in, realms, standard);
    return new KandySettings(
        realms.all().stream().map(realm -> with(realm, presets)).toList(),
        standard,
        RealmForm.listed(in, UNRESTRICTED));
  }

  /** The calls that are written down, by realm and by identifier. */
  private static Map<String, Map<String, CallWish>> presets(
      SettingsReader in, RealmList realms, Optional<String> standard) {
    Map<String, Map<String, CallWish>> presets = new HashMap<>();
    in.each(PresetForm.PREFIX).forEach((identifier, one) -> {
      Optional<CallWish> wish = PRESET.read(one);
      Optional<RealmSpec> realm =
          PRESET.realmName(one).or(() -> standard).flatMap(realms::named).map(Stored::spec);
      if (realm.isEmpty()) {
        PRESET.noRealm(one);
      } else if (wish.isPresent() && PRESET.fits(one, realm.get(), wish.get())) {
        presets
            .computeIfAbsent(realm.get().name(), name -> new LinkedHashMap<>())
            .put(identifier, wish.get());
      }
    });
    return presets;
  }

  private static Stored<RealmSpec> with(
      Stored<RealmSpec> realm, Map<String, Map<String, CallWish>> presets) {
    RealmSpec spec = realm.spec();
    return Stored.fixed(
        spec.name(),
        spec.presets(presets.getOrDefault(spec.name(), Map.of())),
        realm.keys(),
        realm.secrets());
  }
}
