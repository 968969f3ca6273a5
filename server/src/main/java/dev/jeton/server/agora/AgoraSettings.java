package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import java.util.List;

/** The projects that file and environment name; read-only while the server runs. */
public record AgoraSettings(List<Stored<ProjectSpec>> projects) {
  public AgoraSettings {
    projects = List.copyOf(projects);
  }
}
