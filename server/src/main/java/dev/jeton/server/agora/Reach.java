package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Service;
import java.util.EnumSet;
import java.util.Set;

/** How far a service reaches beyond one user in one channel. */
final class Reach {
  private static final String EVERYTHING = "*";

  private Reach() {}

  static Set<Grant> of(Service service) {
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    if (service instanceof Service.OfChannel s) {
      if (s.channel().isWildcard()) {
        grants.add(Grant.ANY_CHANNEL);
      }
      if (s.user().isWildcard()) {
        grants.add(Grant.ANY_USER);
      }
    } else if (service instanceof Service.OfUser s) {
      ofUser(s, grants);
    }
    return grants;
  }

  private static void ofUser(Service.OfUser service, Set<Grant> grants) {
    boolean speaksForApp = (service instanceof Service.Chat chat
            && chat.privileges().has(Service.Chat.APP))
        || (service instanceof Service.Apaas apaas && apaas.privileges().has(Service.Apaas.APP));
    if (speaksForApp) {
      grants.add(Grant.APP_TOKEN);
    } else if (AgoraUser.account(service.userId()).isWildcard()) {
      grants.add(Grant.ANY_USER);
    }
    if (service instanceof Service.Rtm2 rtm2 && namesEverything(rtm2)) {
      grants.add(Grant.ANY_CHANNEL);
    }
  }

  private static boolean namesEverything(Service.Rtm2 service) {
    return service.permissions().asMap().values().stream()
        .flatMap(byAccess -> byAccess.values().stream())
        .anyMatch(names -> names.stream().anyMatch(name -> name.contains(EVERYTHING)));
  }
}
