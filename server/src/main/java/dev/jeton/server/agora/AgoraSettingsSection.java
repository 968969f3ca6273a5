package dev.jeton.server.agora;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.util.ArrayList;
import java.util.List;

/** Reads the Agora projects: one from plain keys or the environment, any number from the file. */
public final class AgoraSettingsSection implements SettingsSection<AgoraSettings> {
  /** The name of the project that the plain keys describe. */
  static final String PLAIN = "default";

  private static final String PREFIX = "agora.projects";

  private static final ProjectKeys PLAIN_KEYS = new ProjectKeys(
      Key.setting("agora.app-id", "App ID of the Agora project, 32 hex digits")
          .alsoFrom("AGORA_APP_ID", "APP_ID"),
      Key.secret("agora.app-certificate", "Its primary App Certificate, which signs")
          .alsoFrom("AGORA_APP_CERTIFICATE", "APP_CERTIFICATE"),
      Key.secret(
              "agora.app-certificate-secondary",
              "Its secondary App Certificate, whose tokens still verify")
          .alsoFrom("AGORA_APP_CERTIFICATE_SECONDARY"),
      Key.setting("agora.token-version", "The format it mints: 007 or 006")
          .defaultingTo("007")
          .alsoFrom("AGORA_TOKEN_VERSION"),
      Key.setting(
              "agora.allow",
              "Tokens beyond one user in one channel that it may mint: any-user, any-channel,"
                  + " app-token")
          .alsoFrom("AGORA_ALLOW"));

  private static final ProjectKeys NAMED_KEYS = new ProjectKeys(
      Key.setting(PREFIX + ".<name>.app-id", "As agora.app-id, for a project of that name"),
      Key.secret(PREFIX + ".<name>.app-certificate", "As agora.app-certificate"),
      Key.secret(
          PREFIX + ".<name>.app-certificate-secondary", "As agora.app-certificate-secondary"),
      Key.setting(PREFIX + ".<name>.token-version", "As agora.token-version").defaultingTo("007"),
      Key.setting(PREFIX + ".<name>.allow", "As agora.allow"));

  private static final Key DEFAULT = Key.setting(
          PREFIX + ".<name>.default", "Whether callers get this project who name none")
      .defaultingTo("false");

  @Override
  public Class<AgoraSettings> type() {
    return AgoraSettings.class;
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(PLAIN_KEYS.all());
    keys.addAll(NAMED_KEYS.all());
    keys.add(DEFAULT);
    return keys;
  }

  @Override
  public AgoraSettings read(SettingsReader in) {
    List<Stored<ProjectSpec>> projects = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    if (PLAIN_KEYS.anySet(in)) {
      PLAIN_KEYS
          .read(in, PLAIN, false)
          .ifPresent(project -> add(project, in, PLAIN_KEYS, projects));
    }
    in.each(PREFIX).forEach((name, one) -> {
      boolean mark = one.truth(DEFAULT);
      NAMED_KEYS
          .read(one, name, mark)
          .ifPresent(project -> add(project, one, NAMED_KEYS, projects));
      if (mark) {
        marked.add(name);
        if (marked.size() > 1) {
          one.fault(DEFAULT, "project " + marked.get(0) + " is the default too", "mark one");
        }
      }
    });
    return new AgoraSettings(projects);
  }

  private static void add(
      Stored<ProjectSpec> project,
      SettingsReader in,
      ProjectKeys keys,
      List<Stored<ProjectSpec>> projects) {
    ProjectSpec spec = project.spec();
    for (Stored<ProjectSpec> other : projects) {
      String name = other.spec().name();
      if (name.equalsIgnoreCase(spec.name())) {
        in.fault(
            keys.appId(),
            name.equals(PLAIN)
                ? "the name " + PLAIN + " is taken by the project of agora.app-id"
                : "the name is taken by project " + name + ", for letter case makes no difference",
            "give this project another name");
        return;
      }
      if (other.spec().appId().equals(spec.appId())) {
        in.fault(
            keys.appId(),
            "project " + name + " has the same App ID",
            "keep one of them; a project has room for two certificates");
      }
    }
    projects.add(project);
  }
}
