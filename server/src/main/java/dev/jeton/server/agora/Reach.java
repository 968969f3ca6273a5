package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How far a token reaches beyond one user in one channel. */
final class Reach {
  private static final String EVERYTHING = "*";

  private Reach() {}

  /**
   * The grants that a token with these services needs. FPA, ConvoAI and STT name no user; beside a
   * service that does they belong to that user, alone they speak for the app.
   */
  static Set<Grant> of(List<Service> services) {
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    boolean someone = false;
    for (Service service : services) {
      if (service instanceof Service.OfChannel s) {
        someone = true;
        ofChannel(s, grants);
      } else if (service instanceof Service.OfUser s) {
        someone = true;
        ofUser(s, grants);
      }
    }
    if (!someone) {
      grants.add(Grant.APP_TOKEN);
    }
    return grants;
  }

  /** Whom the token is for. */
  static Set<String> users(List<Service> services) {
    Set<String> users = new TreeSet<>();
    for (Service service : services) {
      if (service instanceof Service.OfChannel s && !s.user().isWildcard()) {
        users.add(s.user().wire());
      } else if (service instanceof Service.OfUser s && !s.userId().isEmpty()) {
        users.add(s.userId());
      }
    }
    return users;
  }

  private static void ofChannel(Service.OfChannel service, Set<Grant> grants) {
    if (service.channel().isWildcard()) {
      grants.add(Grant.ANY_CHANNEL);
    }
    if (service.user().isWildcard()) {
      grants.add(Grant.ANY_USER);
    }
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
    boolean roomIsPattern =
        service instanceof Service.Apaas apaas && apaas.roomUuid().contains(EVERYTHING);
    if (roomIsPattern || (service instanceof Service.Rtm2 rtm2 && namesEverything(rtm2))) {
      grants.add(Grant.ANY_CHANNEL);
    }
  }

  private static boolean namesEverything(Service.Rtm2 service) {
    return service.permissions().asMap().values().stream()
        .flatMap(byAccess -> byAccess.values().stream())
        .anyMatch(names -> names.stream().anyMatch(name -> name.contains(EVERYTHING)));
  }
}
