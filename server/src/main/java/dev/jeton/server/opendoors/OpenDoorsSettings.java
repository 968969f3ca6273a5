package dev.jeton.server.opendoors;

import dev.jeton.tokens.Secret;
import java.net.URI;
import java.util.Optional;

/** What of open doors stands in the settings. */
public record OpenDoorsSettings(Optional<Provider> captcha) {

  /**
   * Who says whether somebody is a person.
   *
   * @param url where to ask, such as {@code https://api.hcaptcha.com/siteverify}
   * @param secret by which the provider knows this site
   */
  public record Provider(URI url, Secret secret) {}
}
