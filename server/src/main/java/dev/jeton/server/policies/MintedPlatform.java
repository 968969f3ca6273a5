package dev.jeton.server.policies;

import java.util.List;

/** A platform as policies need to know it: a bean of its room. */
public interface MintedPlatform {

  /** Its word, as in {@link Word#PLATFORM}. */
  String word();

  /** What can be dangerous about its tokens. A policy has to name each that it allows. */
  List<String> powers();

  /** The powers that such a request takes, whether it says so or not. */
  List<String> implied(Asked asked);

  /** Policies for its usual cases. */
  List<ReadyMade> readyMade();
}
