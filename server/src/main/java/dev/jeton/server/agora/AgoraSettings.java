package dev.jeton.server.agora;

import java.util.List;
import java.util.Optional;

/**
 * The projects that file and environment name; read-only while the server runs.
 *
 * @param standard the name of the one that callers get who name none
 */
public record AgoraSettings(List<AgoraProject> projects, Optional<String> standard) {
  public AgoraSettings {
    projects = List.copyOf(projects);
  }
}
