package dev.jeton.cli;

import dev.jeton.cli.agora.Agora;
import dev.jeton.cli.hub.Hub;
import dev.jeton.cli.kandy.Kandy;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.sunbird.Sunbird;
import java.util.List;

/** Every platform that the command line knows: one line each. */
final class Platforms {
  static final List<Platform> ALL = List.of(new Agora(), new Kandy(), new Hub(), new Sunbird());

  private Platforms() {}
}
