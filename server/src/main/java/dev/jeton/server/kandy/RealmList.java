package dev.jeton.server.kandy;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the realms while they are read, and sees to it that they can be told apart. */
final class RealmList {
  private final List<KandyRealm> realms = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();
  private Optional<KandyRealm> plain = Optional.empty();
  private Optional<KandyRealm> marked = Optional.empty();

  /** Which settings gave a secret. */
  private record Holder(Secret secret, String setting) {}

  /** Reads one more realm; what is wrong with it becomes a fault. */
  Optional<KandyRealm> read(RealmForm form, SettingsReader in, Optional<String> name) {
    refuseShared(form, in, name);
    Optional<KandyRealm> realm = form.read(in, name);
    realm.ifPresent(one -> {
      if (KandyRealms.named(realms, one.name()).isPresent()) {
        in.fault(
            form.realm(),
            "another realm has that name, whatever the letter case",
            "give each a name of its own");
      }
      realms.add(one);
      if (name.isEmpty()) {
        plain = realm;
      }
    });
    return realm;
  }

  /** Makes it the realm that callers get who name none. */
  void mark(KandyRealm realm, SettingsReader in, Key key) {
    if (marked.isPresent()) {
      in.fault(key, "realm " + marked.get().name() + " is the default too", "mark one");
    }
    marked = marked.or(() -> Optional.of(realm));
  }

  List<KandyRealm> all() {
    return realms;
  }

  /** The marked one, else the one of the plain keys, else the only one. */
  Optional<KandyRealm> standard() {
    return marked
        .or(() -> plain)
        .or(() -> realms.size() == 1 ? Optional.of(realms.get(0)) : Optional.empty());
  }

  /** No realm's name is in a token, so only the key tells whose it is. */
  private void refuseShared(RealmForm form, SettingsReader in, Optional<String> name) {
    String owner = name.map(word -> "kandy.realms." + word).orElse("kandy.realm");
    for (Secret secret : form.keys().secrets(in)) {
      for (Holder holder : holders) {
        if (holder.secret().equals(secret) && !holder.setting().equals(owner)) {
          in.fault(
              form.keys().current(),
              "its key is also a key of " + holder.setting()
                  + ", so that tokens of the one open calls of the other",
              "give each realm a key of its own");
        }
      }
      holders.add(new Holder(secret, owner));
    }
  }
}
