package dev.jeton.server.policies;

import java.util.List;

/** A platform for tests. */
public final class Tokens implements MintedPlatform {
  @Override
  public String word() {
    return "agora";
  }

  @Override
  public List<String> powers() {
    return List.of("any-user", "any-channel");
  }

  @Override
  public List<String> implied(Asked asked) {
    return asked.text(Word.CHANNEL).equals("*") ? List.of("any-channel") : List.of();
  }

  @Override
  public List<ReadyMade> readyMade() {
    return List.of(new ReadyMade(
        "everywhere",
        "Tokens for all channels.",
        List.of("agora"),
        "kind == 'rtc'",
        List.of("any-channel"),
        false));
  }
}
