package dev.jeton.server.kandy;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.MintedPlatform;
import dev.jeton.server.policies.ReadyMade;
import dev.jeton.server.policies.Word;
import dev.jeton.tokens.kandy.Parties;
import jakarta.inject.Singleton;
import java.util.List;

/** Kandy as policies know it. */
@Singleton
final class KandyPolicies implements MintedPlatform {
  private static final String KIND = "call";

  /** A call; its user is whose account it uses. */
  static List<Asked> asked(KandyRealm realm, Parties parties) {
    long seconds = realm.spec().window().duration().toSeconds();
    return List.of(Asked.of(KandyTokens.PLATFORM, KIND, realm.name(), seconds)
        .with(Word.USER, parties.account().text())
        .with(Word.ACCOUNT, parties.account().text())
        .with(Word.FROM, parties.from().text())
        .with(Word.TO, parties.to().text()));
  }

  @Override
  public String word() {
    return KandyTokens.PLATFORM;
  }

  /** What a call may reach is said by its realm and by the condition. */
  @Override
  public List<String> powers() {
    return List.of();
  }

  @Override
  public List<String> implied(Asked asked) {
    return List.of();
  }

  @Override
  public List<ReadyMade> readyMade() {
    return List.of(ReadyMade.of(
        "kandy-help-desk",
        KandyTokens.PLATFORM,
        "Calls to a help desk, whatever its domain, under the help desk's own account.",
        "to.startsWith('help@') && account == to"));
  }
}
