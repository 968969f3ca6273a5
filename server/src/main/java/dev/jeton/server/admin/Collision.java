package dev.jeton.server.admin;

/** What file or environment name is in the store too, so the server must not start. */
public final class Collision extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Collision(String noun, String word) {
    super(
        "the " + noun + " " + word
            + " stands in the settings (jeton.yaml or environment) and in the"
            + " store; take it out of the settings, or start without it there and delete it in the store");
  }

  /** One plain line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
