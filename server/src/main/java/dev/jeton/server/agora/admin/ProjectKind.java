package dev.jeton.server.agora.admin;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraProjects;
import dev.jeton.server.agora.AgoraSettings;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.HexDigits;
import dev.jeton.server.agora.ProjectSpec;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Agora projects as operators administer them. */
@Singleton
final class ProjectKind implements Kind<ProjectSpec> {
  static final String PATH = "/api/v1/agora/projects";

  private final AgoraProjects projects;
  private final List<Stored<ProjectSpec>> fixed;
  private final Instant start;

  ProjectKind(AgoraProjects projects, Settings settings, InstantSource clock) {
    this.projects = projects;
    this.fixed = settings.get(AgoraSettings.class).projects();
    this.start = clock.instant();
  }

  @Override
  public String word() {
    return "agora-project";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String noun() {
    return "Agora project";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(AgoraTokens.PLATFORM);
  }

  @Override
  public Map<String, String> made(RandomGenerator random) {
    return Map.of(ProjectForm.APP_ID, HexDigits.random(random));
  }

  @Override
  public ProjectSpec read(Fields spec) {
    return ProjectForm.read(spec);
  }

  @Override
  public void write(ProjectSpec spec, Json out) {
    ProjectForm.write(spec, out);
  }

  @Override
  public String name(ProjectSpec spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(ProjectSpec spec) {
    return Map.of("app-id", spec.appId().text());
  }

  @Override
  public Optional<SecretRules<ProjectSpec>> secrets() {
    return Optional.of(new CertificateRules());
  }

  @Override
  public boolean isDefault(ProjectSpec spec) {
    return spec.marked();
  }

  @Override
  public ProjectSpec withoutDefault(ProjectSpec spec) {
    return spec.marked(false);
  }

  @Override
  public List<Stored<ProjectSpec>> fixed() {
    return fixed;
  }

  @Override
  public List<String> warnings(Stored<ProjectSpec> one, Instant now) {
    return ProjectWarnings.of(one, now);
  }

  /** Which certificate is which, and how the project is used. */
  @Override
  public void describe(Stored<ProjectSpec> one, Instant now, Json out) {
    Optional<AgoraProject> live = projects.withId(one.id());
    live.ifPresent(project -> out.put(
        "use",
        use -> use.put("since", start)
            .put("minted", project.use().minted())
            .put("verified", project.use().verified())
            .put("withoutToken", project.use().withoutToken())));
  }

  @Override
  public void hold(List<Stored<ProjectSpec>> all) {
    projects.hold(all);
  }
}
