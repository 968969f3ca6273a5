package dev.jeton.server.hub;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.MintedPlatform;
import dev.jeton.server.policies.ReadyMade;
import dev.jeton.server.policies.Word;
import jakarta.inject.Singleton;
import java.util.List;

/** Hub as policies know it. */
@Singleton
final class HubPolicies implements MintedPlatform {
  private static final String KIND = "identity";
  private static final String NO_EXPIRY = "no-expiry";

  /** An identity's token; its user is the public key. */
  static List<Asked> asked(Proven proven, long seconds) {
    Asked asked = Asked.of(HubTokens.PLATFORM, KIND, proven.issuer().name(), seconds)
        .with(Word.USER, proven.identity().text());
    return List.of(asked.powers(powers(seconds)));
  }

  private static List<String> powers(long seconds) {
    return seconds == 0 ? List.of(NO_EXPIRY) : List.of();
  }

  @Override
  public List<String> implied(Asked asked) {
    return powers(asked.ttl());
  }

  @Override
  public String word() {
    return HubTokens.PLATFORM;
  }

  @Override
  public List<String> powers() {
    return List.of(NO_EXPIRY);
  }

  @Override
  public List<ReadyMade> readyMade() {
    return List.of(ReadyMade.of(
        "hub-any-identity",
        HubTokens.PLATFORM,
        "Tokens for whoever proves to own a key, whichever that is.",
        "kind == 'identity' && user != ''"));
  }
}
