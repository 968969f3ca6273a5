package dev.jeton.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.alerts.Addresses;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0), as far as it may.
 *
 * @param authorization where people sign in
 * @param token where a code is exchanged
 * @param postsSecret whether the client's secret goes into the form, because the header is not taken
 * @param namesItself whether its answers name the issuer (RFC 9207)
 */
record Discovered(
    Optional<URI> jwks,
    Optional<URI> authorization,
    Optional<URI> token,
    boolean postsSecret,
    boolean namesItself) {
  static final Discovered NOTHING =
      new Discovered(Optional.empty(), Optional.empty(), Optional.empty(), false, false);

  static Discovered read(JsonNode document, Provider provider) throws Unanswered {
    String issuer = document.path("issuer").asText();
    if (!issuer.equals(provider.issuer())) {
      throw new Unanswered("the discovery document of " + provider.issuer()
          + " names another issuer; set the issuer exactly as it is named there");
    }
    JsonNode methods = document.path("token_endpoint_auth_methods_supported");
    return new Discovered(
        address(document, "jwks_uri", provider),
        address(document, "authorization_endpoint", provider),
        address(document, "token_endpoint", provider),
        has(methods, "client_secret_post") && !has(methods, "client_secret_basic"),
        document.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  private static Optional<URI> address(JsonNode document, String name, Provider provider)
      throws Unanswered {
    String text = document.path(name).asText();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!Addresses.isWeb(text)) {
      throw new Unanswered(name + " of " + provider.issuer() + " is no https address");
    }
    URI address = URI.create(text);
    if (!provider.mayName(address)) {
      throw new Unanswered(name + " of " + provider.issuer() + " is at " + address.getHost()
          + "; if that is right, add it to oidc.hosts");
    }
    return Optional.of(address);
  }

  private static boolean has(JsonNode list, String word) {
    return StreamSupport.stream(list.spliterator(), false)
        .anyMatch(item -> item.asText().equals(word));
  }
}
