package dev.jeton.server.kandy;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the realms while they are read, and sees to it that they can be told apart. */
final class RealmList {
  private final List<Stored<RealmSpec>> realms = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();

  /** Which settings gave a secret. */
  private record Holder(Secret secret, String setting) {}

  /** Reads one more realm; what is wrong with it becomes a fault. */
  Optional<Stored<RealmSpec>> read(
      RealmForm form, SettingsReader in, Optional<String> name, boolean standard) {
    refuseShared(form, in, name);
    Optional<Stored<RealmSpec>> realm = form.read(in, name, standard);
    realm.ifPresent(one -> {
      if (named(one.spec().name()).isPresent()) {
        in.fault(
            form.realm(),
            "another realm has that name, whatever the letter case",
            "give each a name of its own");
      }
      realms.add(one);
    });
    return realm;
  }

  Optional<Stored<RealmSpec>> named(String name) {
    return realms.stream()
        .filter(realm -> realm.spec().name().equalsIgnoreCase(name))
        .findFirst();
  }

  List<Stored<RealmSpec>> all() {
    return realms;
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
