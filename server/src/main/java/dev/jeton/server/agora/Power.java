package dev.jeton.server.agora;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.Word;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What policies have to name: the grants of projects, and what no grant is needed for. */
final class Power {
  /** An RTM 2 token whose permissions on channels and users the request writes itself. */
  private static final String FREE_PERMISSIONS = "free-permissions";

  private static final Set<String> OF_CHANNEL = Set.of("rtc", "streaming", "fcdn");
  private static final Set<String> OF_APP = Set.of("chat", "apaas");
  private static final Set<String> OF_USER = Set.of("rtm", "rtm2", "chat", "apaas");
  private static final Set<String> OF_NOBODY = Set.of("fpa", "convoai", "stt");

  private Power() {}

  static List<String> all() {
    return Stream.concat(
            Arrays.stream(Grant.values()).map(Grant::word), Stream.of(FREE_PERMISSIONS))
        .toList();
  }

  /** Those of a request that is told of, one of whose services is its kind. */
  static List<String> implied(Asked asked) {
    String kind = asked.text(Word.KIND);
    String channel = asked.text(Word.CHANNEL);
    String user = asked.text(Word.USER);
    List<String> powers = new ArrayList<>();
    boolean named = !AgoraUser.account(user).isWildcard() && !user.equals("0");
    if (OF_CHANNEL.contains(kind)) {
      if (new Channel(channel).isWildcard()) {
        powers.add(Grant.ANY_CHANNEL.word());
      }
      if (!named) {
        powers.add(Grant.ANY_USER.word());
      }
    } else if (OF_APP.contains(kind) && user.isEmpty()) {
      powers.add(Grant.APP_TOKEN.word());
    } else if (OF_USER.contains(kind) && !named && !user.equals("0")) {
      powers.add(Grant.ANY_USER.word());
    } else if (OF_NOBODY.contains(kind) && OF_NOBODY.containsAll(asked.services())) {
      powers.add(Grant.APP_TOKEN.word());
    }
    if (channel.indexOf('*') >= 0 && !powers.contains(Grant.ANY_CHANNEL.word())) {
      powers.add(Grant.ANY_CHANNEL.word());
    }
    if (kind.equals("rtm2") || asked.services().contains("rtm2")) {
      powers.add(FREE_PERMISSIONS);
    }
    return powers;
  }

  static List<String> of(List<Service> services) {
    List<String> powers = new ArrayList<>();
    Reach.of(services).forEach(grant -> powers.add(grant.word()));
    if (services.stream().anyMatch(Service.Rtm2.class::isInstance)) {
      powers.add(FREE_PERMISSIONS);
    }
    return powers;
  }
}
