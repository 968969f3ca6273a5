package dev.jeton.server.oidc;

import dev.jeton.tokens.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An identity provider that the operator trusts.
 *
 * @param name what it is called here
 * @param issuer exactly as its tokens name it
 * @param audiences of which an access token must name one; none where callers bring no tokens of it
 * @param jwksUri where its keys are; empty where its discovery document says that
 * @param hosts further hosts that its discovery document may name
 * @param client as whom Jeton has people sign in there; empty where nobody does
 */
public record Provider(
    String name,
    String issuer,
    List<String> audiences,
    Optional<URI> jwksUri,
    List<String> hosts,
    Optional<Client> client) {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  public Provider {
    audiences = List.copyOf(audiences);
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * How Jeton is registered at a provider.
   *
   * @param secret empty for a client that has none
   * @param scopes what is asked for
   * @param label what the link on the sign-in page says
   * @param newcomers whether somebody who is not known here becomes a developer without rights
   */
  public record Client(
      String id, Optional<Secret> secret, List<String> scopes, String label, boolean newcomers) {
    public Client {
      scopes = List.copyOf(scopes);
    }
  }

  /** Whether somebody who is not known here may come from there. */
  public boolean welcomes() {
    return client.filter(Client::newcomers).isPresent();
  }

  /** Where it describes itself. */
  URI discovery() {
    return URI.create(
        (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY);
  }

  /** Whether it is asked to describe itself at all. */
  boolean isDiscovered() {
    return jwksUri.isEmpty() || client.isPresent();
  }

  /** Whether its discovery document may send us there. */
  boolean mayName(URI address) {
    URI own = URI.create(issuer);
    return origin(address).equals(origin(own))
        || ("https".equals(address.getScheme()) && hosts.contains(authority(address)));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + authority(address);
  }

  private static String authority(URI address) {
    String host = address.getHost();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return host.toLowerCase(Locale.ROOT) + port;
  }
}
