package dev.jeton.server.oidc;

import dev.jeton.server.alerts.Addresses;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one provider, and how it is read from them. */
record ProviderKeys(
    Key issuer,
    Key audience,
    Key jwksUri,
    Key hosts,
    Key clientId,
    Key clientSecret,
    Key scopes,
    Key label,
    Key newcomers) {
  private static final String WEB = "give an https address, or an http one of this machine";
  private static final String SCOPE = "openid";
  private static final int LONGEST = 200;

  List<Key> all() {
    return List.of(
        issuer, audience, jwksUri, hosts, clientId, clientSecret, scopes, label, newcomers);
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /** The same for providers that have names. */
  ProviderKeys below(String prefix) {
    return new ProviderKeys(
        below(prefix, issuer),
        below(prefix, audience),
        below(prefix, jwksUri),
        below(prefix, hosts),
        below(prefix, clientId),
        below(prefix, clientSecret),
        below(prefix, scopes),
        below(prefix, label),
        below(prefix, newcomers));
  }

  private static Key below(String prefix, Key key) {
    return new Key(
        prefix + key.name().substring(key.name().indexOf('.')),
        List.of(),
        key.defaultText(),
        "As " + key.name() + ", for a provider of that name",
        key.secret());
  }

  /** The provider, unless something is wrong with it. */
  Optional<Provider> read(SettingsReader in, String name) {
    String named = in.parsed(issuer, ProviderKeys::issuerOrNull, WEB + ", without a query");
    List<String> audiences =
        in.list(audience, ProviderKeys::wordOrNull, "give texts without spaces");
    URI keys = in.parsed(jwksUri, ProviderKeys::webOrNull, WEB);
    List<String> others = in.list(hosts, ProviderKeys::hostOrNull, "give hosts or host:port");
    String client = in.parsed(clientId, ProviderKeys::wordOrNull, "give a text without spaces");
    Optional<Provider.Client> registered = Optional.ofNullable(client)
        .map(id -> client(in, id, Objects.requireNonNullElse(named, "")));
    if (!in.isSet(issuer)) {
      in.fault(issuer, "it is missing", WEB);
    }
    if (audiences.isEmpty() && client == null) {
      in.fault(
          issuer,
          "neither the audience of access tokens nor a client is set, so it is of no use",
          "set " + audience.name() + " or " + clientId.name());
    }
    if (client != null && audiences.contains(client)) {
      in.fault(
          audience,
          "it is the client's id too, so what tells who signed in would pass as an access token",
          "register an audience of its own");
    }
    if (client == null && in.isSet(clientSecret)) {
      in.fault(clientSecret, "it is set without its client", "set " + clientId.name() + " too");
    }
    return named == null
        ? Optional.empty()
        : Optional.of(
            new Provider(name, named, audiences, Optional.ofNullable(keys), others, registered));
  }

  private Provider.Client client(SettingsReader in, String id, String named) {
    List<String> asked = in.list(scopes, ProviderKeys::wordOrNull, "give texts without spaces");
    if (!asked.contains(SCOPE)) {
      in.fault(scopes, "the scope " + SCOPE + " is not among them", "add " + SCOPE);
    }
    String text = in.text(label);
    return new Provider.Client(
        id,
        Optional.ofNullable(in.secret(clientSecret)),
        asked,
        text != null ? text : named.isEmpty() ? named : URI.create(named).getHost(),
        in.truth(newcomers));
  }

  private static @Nullable String issuerOrNull(String text) {
    URI address = webOrNull(text);
    return address == null || address.getRawQuery() != null || text.length() > LONGEST
        ? null
        : text;
  }

  private static @Nullable URI webOrNull(String text) {
    return Addresses.isWeb(text) ? URI.create(text) : null;
  }

  private static @Nullable String hostOrNull(String text) {
    return Addresses.isHost(text) ? text : null;
  }

  private static @Nullable String wordOrNull(String text) {
    return text.length() <= LONGEST && text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)
        ? text
        : null;
  }
}
