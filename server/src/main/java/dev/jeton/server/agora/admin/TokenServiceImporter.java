package dev.jeton.server.agora.admin;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.admin.Importer;
import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraProjects;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.http.Fields;
import dev.jeton.server.settings.DotEnv;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The {@code .env} of agora-token-service: one project, and how the server listens. */
@Singleton
final class TokenServiceImporter implements Importer {
  private static final String ID = "APP_ID";
  private static final String CERTIFICATE = "APP_CERTIFICATE";
  private static final Map<String, String> SETTINGS = Map.of(
      "SERVER_PORT", "http.port",
      "PORT", "http.port",
      "CORS_ALLOW_ORIGIN", "http.cors-origins");

  private final AgoraProjects projects;

  TokenServiceImporter(AgoraProjects projects) {
    this.projects = projects;
  }

  @Override
  public String word() {
    return "agora-token-service";
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only("name", "default");
    Map<String, String> values = DotEnv.values(source, where -> {
      throw SourceObject.wrong("a line is not NAME=value (" + where + ")");
    });
    String appId = needed(values, ID);
    String certificate = needed(values, CERTIFICATE);
    String name = Objects.requireNonNullElseGet(options.textOrNull("name"), () -> name(appId));
    boolean marked = options.truthOr("default", false);
    Thing project = Thing.of("agora-project", name, json -> {
      json.put("name", name)
          .put(ProjectForm.APP_ID, appId)
          .put(new CertificateRules().member(), certificate);
      if (marked) {
        json.put("default", true);
      }
    });
    return new Imported(List.of(project), remarks(values, appId, marked));
  }

  private static String needed(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw SourceObject.wrong(
          name + " is missing; a .env of agora-token-service has " + ID + " and " + CERTIFICATE);
    }
    return value;
  }

  /** That of the project which has the App ID already, so that importing again finds it. */
  private String name(String appId) {
    return projects
        .named(appId)
        .filter(known -> known.appId().text().equals(appId))
        .filter(known -> !known.demo())
        .map(AgoraProject::name)
        .orElse("agora-" + appId.substring(0, Math.min(8, appId.length())));
  }

  private List<String> remarks(Map<String, String> values, String appId, boolean marked) {
    List<String> remarks = new ArrayList<>();
    values.keySet().stream()
        .filter(name -> !name.equals(ID) && !name.equals(CERTIFICATE))
        .sorted()
        .map(TokenServiceImporter::remark)
        .forEach(remarks::add);
    if (!marked) {
      projects.all().stream()
          .filter(other -> !other.demo() && !other.appId().text().equals(appId))
          .findFirst()
          .ifPresent(other -> remarks.add(
              "there are other projects here, and callers who name none get the one that is marked as"
                  + " the default; give --default if that is to be this one"));
    }
    return remarks;
  }

  private static String remark(String name) {
    String setting = SETTINGS.get(name);
    return setting == null
        ? name + " was left: nothing here is called that"
        : name + " was left: it is the setting " + setting + " here, which that variable sets too";
  }
}
