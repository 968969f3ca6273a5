package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import dev.jeton.tokens.agora.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A service as a reader of the audit wants it: {@code rtc channel=lobby user=#1 {1=60, 2=0}}, with
 * users by their place in a list of their own, because their names can be erased.
 */
final class ServiceText {
  private final List<String> people = new ArrayList<>(1);
  private final String text;

  private ServiceText(Service service) {
    this.text = write(service);
  }

  static ServiceText of(Service service) {
    return new ServiceText(service);
  }

  String text() {
    return text;
  }

  /** #1, #2 and so on. */
  List<String> people() {
    return people;
  }

  private String write(Service service) {
    StringBuilder out = new StringBuilder(64).append(Names.service(service));
    if (service instanceof Service.OfChannel s) {
      out.append(" channel=").append(s.channel().name()).append(" user=").append(user(s.user()));
    } else if (service instanceof Service.OfUser s) {
      out.append(" user=").append(s.userId().isEmpty() ? "" : place(s.userId()));
    }
    if (service instanceof Service.Apaas s) {
      out.append(" room=").append(s.roomUuid()).append(" role=").append(s.role());
    }
    out.append(' ').append(service.privileges());
    if (service instanceof Service.Rtm2 s) {
      out.append(permissions(s.permissions()));
    }
    return out.toString();
  }

  private String user(AgoraUser user) {
    return user.isWildcard() ? user.toString() : place(user.wire());
  }

  /** {@code 0.1=[news] 4.0=[#2]}: resource, access and names. */
  private String permissions(RtmPermissions permissions) {
    StringJoiner out = new StringJoiner(" ", " ", "");
    permissions
        .asMap()
        .forEach((resource, byAccess) -> byAccess.forEach((access, names) -> out.add(resource + "."
            + access + "=" + (resource == Resource.USERS.number() ? places(names) : names))));
    return out.toString();
  }

  private List<String> places(List<String> names) {
    return names.stream().map(this::place).toList();
  }

  private String place(String person) {
    int known = people.indexOf(person);
    if (known < 0) {
      people.add(person);
      known = people.size() - 1;
    }
    return "#" + (known + 1);
  }
}
