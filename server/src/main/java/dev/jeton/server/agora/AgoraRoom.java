package dev.jeton.server.agora;

import dev.jeton.server.policies.Policies;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.KeyFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class AgoraRoom {

  @Produces
  @Singleton
  AgoraProjects projects(Settings settings, RandomGenerator random) {
    AgoraProjects projects = new AgoraProjects(DemoProject.create(random));
    projects.hold(settings.get(AgoraSettings.class).projects());
    return projects;
  }

  @Produces
  @Singleton
  AgoraTokens tokens(
      AgoraProjects projects,
      Settings settings,
      InstantSource clock,
      RandomGenerator random,
      Policies policies)
      throws KeyFile.Unusable {
    var file = settings.get(DataSettings.class).folder().resolve(UidKey.NAME);
    return new AgoraTokens(
        projects, clock, random, new StableUid(KeyFile.readOrMake(file, random)), policies);
  }
}
