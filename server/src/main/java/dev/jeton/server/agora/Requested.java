package dev.jeton.server.agora;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.Word;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a token would be for, as policies see it: each of its services by itself. */
final class Requested {
  private static final int FCDN_PUBLISH = 1;

  private final AgoraProject project;
  private final List<Service> services;
  private final long ttl;
  private final UnaryOperator<String> names;

  /**
   * @param names the name of the user who has a uid here, or the uid itself
   */
  Requested(AgoraProject project, List<Service> services, long ttl, UnaryOperator<String> names) {
    this.project = project;
    this.services = services;
    this.ttl = ttl;
    this.names = names;
  }

  /** The powers are those of the whole token: no policy allows a part of it for less. */
  List<Asked> parts() {
    List<String> all = services.stream().map(Names::service).toList();
    List<String> powers = Power.of(services);
    List<Asked> parts = new ArrayList<>(services.size());
    for (Service service : services) {
      Asked part = Asked.of(AgoraTokens.PLATFORM, Names.service(service), project.name(), ttl);
      parts.add(said(part, service).services(all).powers(powers));
    }
    return parts;
  }

  private Asked said(Asked part, Service service) {
    if (service instanceof Service.OfChannel s) {
      return part.with(Word.CHANNEL, s.channel().name())
          .with(Word.USER, user(s.user()))
          .with(Word.ROLE, role(s));
    }
    if (service instanceof Service.Apaas s) {
      return part.with(Word.CHANNEL, s.roomUuid())
          .with(Word.USER, s.userId())
          .with(Word.ROLE, s.role() == Service.Apaas.NO_ROLE ? "" : Integer.toString(s.role()));
    }
    return service instanceof Service.OfUser s ? part.with(Word.USER, s.userId()) : part;
  }

  private String user(AgoraUser user) {
    return user.isWildcard() ? "" : names.apply(user.wire());
  }

  /** Whoever may publish anything is a publisher. */
  private static String role(Service.OfChannel service) {
    Privileges privileges = service.privileges();
    boolean publishes = service instanceof Service.Rtc
        ? privileges.has(Privileges.PUBLISH_AUDIO)
            || privileges.has(Privileges.PUBLISH_VIDEO)
            || privileges.has(Privileges.PUBLISH_DATA)
        : service instanceof Service.Streaming || privileges.has(FCDN_PUBLISH);
    return publishes ? "publisher" : "subscriber";
  }
}
