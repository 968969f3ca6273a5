package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import dev.jeton.tokens.agora.AppId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The projects of this server, in memory: those of the settings and those of the store. While there
 * is none, a demo project.
 */
public final class AgoraProjects {
  private final AgoraProject demo;
  private volatile Held held;

  AgoraProjects(AgoraProject demo) {
    this.demo = demo;
    this.held = Held.of(List.of(demo));
  }

  /**
   * All at one moment.
   *
   * @param names in lower case
   */
  private record Held(
      List<AgoraProject> all,
      Map<String, AgoraProject> ids,
      Map<String, AgoraProject> appIds,
      Map<String, AgoraProject> names,
      Optional<AgoraProject> standard) {

    static Held of(List<AgoraProject> all) {
      Map<String, AgoraProject> ids = new HashMap<>();
      Map<String, AgoraProject> appIds = new HashMap<>();
      Map<String, AgoraProject> names = new HashMap<>();
      for (AgoraProject one : all) {
        ids.put(one.id(), one);
        appIds.put(one.appId().text(), one);
        names.put(one.name().toLowerCase(Locale.ROOT), one);
      }
      return new Held(List.copyOf(all), ids, appIds, names, standardOf(all));
    }

    /** The marked one, else the one of the plain settings, else the only one. */
    private static Optional<AgoraProject> standardOf(List<AgoraProject> all) {
      return all.stream()
          .filter(one -> one.spec().marked())
          .findFirst()
          .or(() -> all.stream()
              .filter(one -> one.isFixed() && one.name().equals(AgoraSettingsSection.PLAIN))
              .findFirst())
          .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }
  }

  /** Takes over what there is now. Unchanged ones stay the same objects, with what they have counted. */
  public synchronized void hold(List<Stored<ProjectSpec>> all) {
    Map<String, AgoraProject> before = held.ids();
    List<AgoraProject> next = new ArrayList<>(all.size());
    for (Stored<ProjectSpec> one : all) {
      AgoraProject known = before.get(one.id());
      if (known != null && known.isOf(one)) {
        next.add(known);
      } else {
        next.add(AgoraProject.of(one, known == null ? new ProjectUse() : known.use()));
      }
    }
    held = Held.of(next.isEmpty() ? List.of(demo) : next);
  }

  public List<AgoraProject> all() {
    return held.all();
  }

  /** The project that callers get who name none. */
  public Optional<AgoraProject> standard() {
    return held.standard();
  }

  /** By App ID, or by name, whatever the letter case. */
  public Optional<AgoraProject> named(String name) {
    Held now = held;
    return Optional.ofNullable(now.appIds().get(name))
        .or(() -> Optional.ofNullable(now.names().get(name.toLowerCase(Locale.ROOT))));
  }

  /** By id, by name or by App ID. */
  public Optional<AgoraProject> find(String reference) {
    return withId(reference).or(() -> named(reference));
  }

  /** By its id. */
  public Optional<AgoraProject> withId(String id) {
    return Optional.ofNullable(held.ids().get(id));
  }

  /** The project that a token claims to belong to. */
  public Optional<AgoraProject> of(AppId appId) {
    return Optional.ofNullable(held.appIds().get(appId.text()));
  }
}
