package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AppId;
import java.util.List;
import java.util.Optional;

/** The projects of this server, in memory. The first one is the default unless one is marked. */
public final class AgoraProjects {
  private final List<AgoraProject> all;
  private final Optional<AgoraProject> standard;

  /**
   * The projects with the one to take when a caller names none.
   *
   * @param standard empty where several stand side by side and none is marked
   */
  AgoraProjects(List<AgoraProject> all, Optional<AgoraProject> standard) {
    this.all = List.copyOf(all);
    this.standard = standard;
  }

  static AgoraProjects demo(AgoraProject project) {
    return new AgoraProjects(List.of(project), Optional.of(project));
  }

  public List<AgoraProject> all() {
    return all;
  }

  /** The project that callers get who name none. */
  public Optional<AgoraProject> standard() {
    return standard;
  }

  /** By name, or by App ID. */
  public Optional<AgoraProject> named(String name) {
    return all.stream()
        .filter(p -> p.name().equals(name) || p.appId().text().equals(name))
        .findFirst();
  }

  /** The project that a token claims to belong to. */
  public Optional<AgoraProject> of(AppId appId) {
    return all.stream().filter(p -> p.appId().equals(appId)).findFirst();
  }
}
