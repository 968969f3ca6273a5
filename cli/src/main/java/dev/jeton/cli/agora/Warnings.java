package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;

/** What is allowed and yet deserves a second look. */
final class Warnings {
  private Warnings() {}

  static void ofWildcards(Environment environment, Channel channel, AgoraUser user) {
    if (channel.isWildcard()) {
      environment.warn("this token opens every channel that fits its name with *");
    }
    ofWildcard(environment, user);
  }

  static void ofWildcard(Environment environment, AgoraUser user) {
    if (user.isWildcard()) {
      environment.warn("anyone may use this token: it names no user");
    }
  }
}
