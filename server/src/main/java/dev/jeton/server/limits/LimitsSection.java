package dev.jeton.server.limits;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.util.List;

/** The settings of limits; all rates may change while the server runs. */
public final class LimitsSection implements SettingsSection<LimitsSettings> {
  static final LiveSetting<Integer> MINT = rate(
      "limits.mint-per-caller",
      "How many tokens a minute one caller may ask for; 0 sets no limit",
      600);
  static final LiveSetting<Integer> VERIFY = rate(
      "limits.verify-per-caller",
      "How many tokens a minute one caller may have checked; 0 sets no limit",
      6000);
  static final LiveSetting<Integer> ADMINISTER = rate(
      "limits.administer-per-caller",
      "How many administrative requests a minute one caller or person may send; 0 sets no limit",
      600);
  static final LiveSetting<Integer> NETWORK = rate(
      "limits.requests-per-network",
      "How many requests a minute may come without a proof from one address (in IPv6 from one /64);"
          + " 0 sets no limit",
      60);
  static final LiveSetting<Integer> USER = rate(
      "limits.tokens-per-user",
      "How many tokens a minute one caller may ask for one of its users; 0 sets no limit",
      60);
  static final LiveSetting<Integer> REQUESTER = rate(
      "limits.requests-per-user",
      "How many requests to mint or verify a minute may come from one user of a caller, where users"
          + " bring access tokens of their own; 0 sets no limit",
      120);
  static final LiveSetting<Integer> WRONG_PROOFS = rate(
      "limits.wrong-proofs-per-network",
      "After how many wrong proofs a minute no proof from that address (in IPv6 from that /64) is"
          + " looked at; 0 sets no limit",
      20);
  static final LiveSetting<Integer> SIGN_IN = rate(
      "limits.sign-ins-per-network",
      "How many passwords a minute may come from one address (in IPv6 from one /64), to sign in, to"
          + " prove oneself anew or to be chosen; 0 sets no limit",
      20);
  static final LiveSetting<Boolean> INSIDE = LiveSetting.truth(Key.setting(
          "limits.inside",
          "Whether programs on this machine and holders of the token in `admin.token` are limited"
              + " too, each as one caller")
      .defaultingTo("false"));

  private static final int MOST = 10_000_000;
  private static final Key BUCKETS = Key.setting(
          "limits.most-buckets",
          "How many callers, networks and users are counted at a time, of each; the one that was idle"
              + " for longest is forgotten first")
      .defaultingTo("10000");

  @Override
  public List<Key> keys() {
    return List.of(BUCKETS);
  }

  @Override
  public List<LiveSetting<?>> live() {
    return List.of(
        MINT, VERIFY, ADMINISTER, NETWORK, USER, REQUESTER, WRONG_PROOFS, SIGN_IN, INSIDE);
  }

  @Override
  public LimitsSettings read(SettingsReader in) {
    return new LimitsSettings(in.whole(BUCKETS, 100, 1_000_000));
  }

  @Override
  public Class<LimitsSettings> type() {
    return LimitsSettings.class;
  }

  private static LiveSetting<Integer> rate(String name, String meaning, int standard) {
    return LiveSetting.whole(
        Key.setting(name, meaning).defaultingTo(Integer.toString(standard)), 0, MOST);
  }
}
