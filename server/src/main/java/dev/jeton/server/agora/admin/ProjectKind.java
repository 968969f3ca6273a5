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
import dev.jeton.server.agora.ProjectUse;
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

  /** Agora makes an App ID for each project, so Jeton does where none is given. */
  @Override
  public Fields completed(Fields spec, RandomGenerator random) {
    return spec.has(ProjectForm.APP_ID)
        ? spec
        : spec.with(
            Fields.of(Json.object(json -> json.put(ProjectForm.APP_ID, HexDigits.random(random)))));
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

  /** How it is used; a new one is not used yet. */
  @Override
  public void describe(Stored<ProjectSpec> one, Instant now, Json out) {
    ProjectUse counted =
        projects.withId(one.id()).map(AgoraProject::use).orElseGet(ProjectUse::new);
    out.put(
        "use",
        use -> use.put("since", start)
            .put("minted", counted.minted())
            .put("verified", counted.verified())
            .put("withoutToken", counted.withoutToken()));
  }

  @Override
  public void hold(List<Stored<ProjectSpec>> all) {
    projects.hold(all);
  }
}
