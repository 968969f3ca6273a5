package dev.jeton.server.settings;

/**
 * One thing that is wrong with the settings.
 *
 * @param key the setting, or the name that was given
 * @param wrong what is wrong; never the value of a secret
 * @param right what would be right
 * @param from where it came from
 */
public record Fault(String key, String wrong, String right, String from) {

  /** One plain line. */
  public String line() {
    return key + ": " + wrong + "; " + right + " (" + from + ")";
  }
}
