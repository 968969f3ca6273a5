package dev.jeton.server.agora;

import dev.jeton.server.http.Offer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the console says of Agora at the start. */
@Singleton
final class AgoraOffer implements Offer {
  private static final int MOST_LINES = 5;

  private final AgoraProjects projects;

  AgoraOffer(AgoraProjects projects) {
    this.projects = projects;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<AgoraProject> all = projects.all();
    for (AgoraProject project : all.subList(0, Math.min(all.size(), MOST_LINES))) {
      lines.add(project.demo() ? demo(project) : line(project));
    }
    if (all.size() > MOST_LINES) {
      lines.add("Agora: and " + (all.size() - MOST_LINES) + " projects more");
    }
    lines.add("  POST /rtctoken /rtmtoken /getToken /token/getNew   GET /rtc /rtm /rte /chat");
    lines.add("  POST /api/v1/tokens/agora/rtc and others: /q/openapi");
    if (all.get(0).demo()) {
      lines.add("  for a real project set AGORA_APP_ID and AGORA_APP_CERTIFICATE (or ..._FILE)");
    }
    return lines;
  }

  private static String demo(AgoraProject project) {
    return "Agora: a demo project until one is configured, new at each start, for this machine only"
        + " (App ID "
        + project.appId()
        + ")";
  }

  private String line(AgoraProject project) {
    StringBuilder line = new StringBuilder("Agora: project ").append(project.name());
    line.append(", App ID ").append(project.appId());
    line.append(", mints ").append(project.version().text());
    if (project.certificates().size() > 1) {
      line.append(", two certificates");
    }
    if (project.spec().authentication().letsInWithoutToken()) {
      line.append(", lets users in without a token");
    }
    if (!project.grants().isEmpty()) {
      List<String> words = project.grants().stream().map(Grant::word).sorted().toList();
      line.append(", allows ").append(String.join(", ", words));
    }
    if (projects.standard().filter(project::equals).isPresent()
        && projects.all().size() > 1) {
      line.append(" (default)");
    }
    return line.toString();
  }
}
