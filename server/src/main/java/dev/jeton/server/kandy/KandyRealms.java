package dev.jeton.server.kandy;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.Usual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The realms of this server, in memory; those of file and environment, and those of the store. */
public final class KandyRealms {
  private final Optional<String> usual;
  private volatile Contents contents;

  /** With those of file and environment alone, until somebody tells more. */
  KandyRealms(KandySettings settings) {
    usual = settings.standard();
    contents = Contents.of(settings.realms(), usual, new IdentityHashMap<>());
  }

  /**
   * All at one moment.
   *
   * @param byStored what was made of each, by the very object, so that one change makes one anew
   * @param standard the realm that callers get who name none
   * @param registering whether any of them registers the sets that it issues
   */
  private record Contents(
      IdentityHashMap<Stored<RealmSpec>, KandyRealm> byStored,
      List<KandyRealm> all,
      Map<String, KandyRealm> byName,
      Optional<KandyRealm> standard,
      Map<String, Preset> presets,
      boolean registering) {

    static Contents of(
        List<Stored<RealmSpec>> stored,
        Optional<String> usual,
        IdentityHashMap<Stored<RealmSpec>, KandyRealm> before) {
      IdentityHashMap<Stored<RealmSpec>, KandyRealm> byStored = new IdentityHashMap<>();
      List<KandyRealm> all = new ArrayList<>(stored.size());
      Map<String, KandyRealm> byName = new HashMap<>();
      Map<String, Preset> presets = new HashMap<>();
      for (Stored<RealmSpec> one : stored) {
        KandyRealm known = before.get(one);
        KandyRealm realm = known == null ? KandyRealm.of(one) : known;
        byStored.put(one, realm);
        all.add(realm);
        // Those of file and environment come first, and stay.
        byName.putIfAbsent(folded(realm.name()), realm);
        realm
            .spec()
            .presets()
            .forEach((identifier, wish) ->
                presets.putIfAbsent(identifier, new Preset(identifier, realm, wish)));
      }
      Optional<KandyRealm> named = usual.map(name -> byName.get(folded(name)));
      Optional<KandyRealm> standard = Usual.of(
          all,
          realm -> realm.spec().standard(),
          realm -> named.filter(realm::equals).isPresent());
      boolean registering =
          all.stream().anyMatch(realm -> realm.spec().tracking().issuedOnly());
      return new Contents(byStored, List.copyOf(all), byName, standard, presets, registering);
    }
  }

  /** Takes over what there is; those of file and environment first. */
  public void hold(List<Stored<RealmSpec>> all) {
    contents = Contents.of(all, usual, contents.byStored());
  }

  public List<KandyRealm> all() {
    return contents.all();
  }

  /** The realm that callers get who name none. */
  public Optional<KandyRealm> standard() {
    return contents.standard();
  }

  /** By name, whatever its letter case: no two names differ in that alone. */
  public Optional<KandyRealm> named(String name) {
    return Optional.ofNullable(contents.byName().get(folded(name)));
  }

  /** The call that is written down under that name. */
  Optional<Preset> preset(String identifier) {
    return Optional.ofNullable(contents.presets().get(identifier));
  }

  /** Whether any realm registers the sets that it issues. */
  boolean anyRegisters() {
    return contents.registering();
  }

  /** A name as it is compared. */
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
