package dev.jeton.server.agora;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.MintedPlatform;
import dev.jeton.server.policies.ReadyMade;
import jakarta.inject.Singleton;
import java.util.List;

/** Agora as policies know it. */
@Singleton
final class AgoraPolicies implements MintedPlatform {
  @Override
  public String word() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public List<String> powers() {
    return Power.all();
  }

  @Override
  public List<String> implied(Asked asked) {
    return Power.implied(asked);
  }

  @Override
  public List<ReadyMade> readyMade() {
    return List.of(
        ReadyMade.of(
            "listen-only",
            AgoraTokens.PLATFORM,
            "Tokens that join one channel and hear and see it, and publish nothing.",
            "kind == 'rtc' && role == 'subscriber'"),
        ReadyMade.of(
            "publisher-in-rooms-of-claim",
            AgoraTokens.PLATFORM,
            "Callers with an access token publish in the channels that its claim rooms lists, and"
                + " listen in all others.",
            "kind == 'rtc' && (role == 'subscriber' || channel in caller.claims.rooms)"),
        ReadyMade.of(
            "messaging",
            AgoraTokens.PLATFORM,
            "Tokens that log one user in to RTM or Chat.",
            "kind in ['rtm', 'chat'] && user != ''"));
  }
}
