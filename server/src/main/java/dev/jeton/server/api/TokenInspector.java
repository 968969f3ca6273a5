package dev.jeton.server.api;

import dev.jeton.server.http.Json;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells what a token is without any secret: a bean of a platform's room. */
public interface TokenInspector {

  /** The platform's word, such as {@code agora}. */
  String platform();

  /** What stands in it, if it has this platform's form; nothing of it is verified. */
  Optional<Consumer<Json>> inspect(String token);

  /** The same of a token whose form fits this platform, as it would fit others. */
  default Optional<Consumer<Json>> guess(String token) {
    return Optional.empty();
  }
}
