package dev.jeton.server.admin;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.util.List;

/**
 * Reads {@link RevealSettings}. Neither is a live setting: whoever got hold of an operator's session must
 * not be able to turn it on by the same session.
 */
public final class RevealSection implements SettingsSection<RevealSettings> {
  static final Key ON = Key.setting(
          "vault.reveal",
          "Whether operators may see a stored App Certificate or Security Key again; each time takes"
              + " a fresh proof, and leaves an audit row and an alert")
      .defaultingTo("false");
  private static final Key MOST = Key.setting(
          "vault.reveals-per-hour",
          "How many secrets one node shows again in any hour, to all operators together")
      .defaultingTo("10");
  private static final int MOST_OF_ALL = 100;

  @Override
  public List<Key> keys() {
    return List.of(ON, MOST);
  }

  @Override
  public Class<RevealSettings> type() {
    return RevealSettings.class;
  }

  @Override
  public RevealSettings read(SettingsReader in) {
    return new RevealSettings(in.truth(ON), in.whole(MOST, 1, MOST_OF_ALL));
  }
}
