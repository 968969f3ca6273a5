package dev.jeton.server.agora;

import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.KeyFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class AgoraRoom {

  @Produces
  @Singleton
  AgoraProjects projects(Settings settings, RandomGenerator random) {
    AgoraSettings agora = settings.get(AgoraSettings.class);
    if (agora.projects().isEmpty()) {
      return AgoraProjects.demo(DemoProject.create(random));
    }
    Optional<AgoraProject> standard = agora.projects().stream()
        .filter(project -> agora.standard().filter(project.name()::equals).isPresent())
        .findFirst();
    return new AgoraProjects(agora.projects(), standard);
  }

  @Produces
  @Singleton
  AgoraTokens tokens(
      AgoraProjects projects, Settings settings, InstantSource clock, RandomGenerator random)
      throws KeyFile.Unusable {
    var file = settings.get(DataSettings.class).folder().resolve("uid.key");
    return new AgoraTokens(
        projects, clock, random, new StableUid(KeyFile.readOrMake(file, random)));
  }
}
