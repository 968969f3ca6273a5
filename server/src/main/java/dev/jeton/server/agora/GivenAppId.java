package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AppId;
import java.util.Optional;

/** What somebody gives as an App ID, in the settings or to a running server. */
public final class GivenAppId {
  private GivenAppId() {}

  /** The App ID; empty where it cannot be one. */
  public static Optional<AppId> read(String text) {
    return AppId.fits(text) ? Optional.of(new AppId(text)) : Optional.empty();
  }
}
