package dev.jeton.server.agora;

import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;
import java.util.StringJoiner;

/** A service as a reader of the audit wants it: {@code rtc channel=lobby user=42 {1=60, 2=0}}. */
final class ServiceText {
  private ServiceText() {}

  static String of(Service service) {
    StringBuilder text = new StringBuilder(64).append(Names.service(service));
    if (service instanceof Service.OfChannel s) {
      text.append(" channel=").append(s.channel().name()).append(" user=").append(s.user());
    } else if (service instanceof Service.OfUser s) {
      text.append(" user=").append(s.userId());
    }
    if (service instanceof Service.Apaas s) {
      text.append(" room=").append(s.roomUuid()).append(" role=").append(s.role());
    }
    text.append(' ').append(service.privileges());
    if (service instanceof Service.Rtm2 s) {
      text.append(permissions(s.permissions()));
    }
    return text.toString();
  }

  /** {@code 0.1=[news]}: resource, access and names. */
  private static String permissions(RtmPermissions permissions) {
    StringJoiner text = new StringJoiner(" ", " ", "");
    permissions
        .asMap()
        .forEach((resource, byAccess) ->
            byAccess.forEach((access, names) -> text.add(resource + "." + access + "=" + names)));
    return text.toString();
  }
}
