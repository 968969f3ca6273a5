package dev.jeton.cli;

import dev.jeton.cli.agora.Agora;
import dev.jeton.cli.kandy.Kandy;
import dev.jeton.cli.platform.Platform;
import java.util.List;

/** Every platform that the command line knows: one line each. */
final class Platforms {
  static final List<Platform> ALL = List.of(new Agora(), new Kandy());

  private Platforms() {}
}
