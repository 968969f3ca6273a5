package dev.jeton.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Has people sign in at a provider: the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC
 * 7636). Blocks.
 */
public final class SignIns {
  private final Providers providers;
  private final ProviderClient client;
  private final Duration leeway;

  SignIns(Providers providers, ProviderClient client, Duration leeway) {
    this.providers = providers;
    this.client = client;
    this.leeway = leeway;
  }

  /**
   * Where people can sign in.
   *
   * @param name by which it is chosen
   * @param label what the link to it says
   */
  public record Offered(String name, String label) {}

  /**
   * What belongs to one time that somebody signs in.
   *
   * @param redirect where the provider sends the browser back to
   * @param state comes back with it
   * @param nonce stands in the ID token
   * @param verifier proves that it is we who asked
   */
  public record Attempt(String redirect, String state, String nonce, String verifier) {
    @Override
    public String toString() {
      return "Attempt[" + redirect + "]";
    }
  }

  /** The providers by which people may sign in. */
  public List<Offered> offered() {
    return providers.all().stream()
        .map(PublishedKeys::provider)
        .flatMap(
            one -> one.client().stream().map(client -> new Offered(one.name(), client.label())))
        .toList();
  }

  /** Whether people may sign in by the provider of that name in tokens. */
  public boolean knows(String issuer) {
    return providers
        .ofIssuer(issuer)
        .filter(one -> one.provider().client().isPresent())
        .isPresent();
  }

  /**
   * Where the browser goes to sign in.
   *
   * @param again whether the provider is to ask for a proof also whom it knows already
   * @throws Unanswered if the provider has never told where that is
   */
  public URI begin(String provider, Attempt attempt, String challenge, boolean again)
      throws Unanswered {
    PublishedKeys at = at(provider);
    Provider.Client registered = registered(at);
    if (at.discovered().authorization().isEmpty()) {
      at.askAgain();
    }
    URI place = at.discovered()
        .authorization()
        .orElseThrow(() -> new Unanswered(
            at.fault().orElse("its discovery document names no authorization_endpoint")));
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", registered.id());
    asked.put("redirect_uri", attempt.redirect());
    asked.put("scope", String.join(" ", registered.scopes()));
    asked.put("state", attempt.state());
    asked.put("nonce", attempt.nonce());
    asked.put("code_challenge", challenge);
    asked.put("code_challenge_method", "S256");
    if (again) {
      asked.put("prompt", "login");
      asked.put("max_age", "0");
    }
    return URI.create(place + (place.getRawQuery() == null ? "?" : "&") + form(asked));
  }

  /**
   * Who signed in, for a code that the browser brought back.
   *
   * @param issuer as the answer names it; RFC 9207 has it checked so that no answer is mixed up
   */
  public IdTokens.Judged finish(
      String provider, Attempt attempt, String code, Optional<String> issuer, Instant now)
      throws Unanswered {
    PublishedKeys at = at(provider);
    boolean isNamed = issuer.isPresent() || at.discovered().namesItself();
    if (isNamed && !issuer.equals(Optional.of(at.provider().issuer()))) {
      return new IdTokens.Judged.Wrong("OIDC_ISSUER_MISMATCH");
    }
    String token = exchanged(at, attempt, code);
    return new IdTokens(at, registered(at), leeway).check(token, attempt.nonce(), now);
  }

  private String exchanged(PublishedKeys at, Attempt attempt, String code) throws Unanswered {
    Provider.Client registered = registered(at);
    URI place = at.discovered()
        .token()
        .orElseThrow(() -> new Unanswered("its discovery document names no token_endpoint"));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", attempt.redirect());
    form.put("code_verifier", attempt.verifier());
    Optional<Secret> secret = registered.secret();
    boolean posts = secret.isEmpty() || at.discovered().postsSecret();
    if (posts) {
      form.put("client_id", registered.id());
      secret.ifPresent(one -> form.put("client_secret", text(one)));
    }
    JsonNode answer = client.post(
        place,
        form(form),
        posts ? Optional.empty() : secret.map(one -> basic(registered.id(), text(one))));
    String token = answer.path("id_token").asText();
    if (token.isEmpty()) {
      throw new Unanswered("it sends no id_token; look whether oidc.scopes has openid");
    }
    return token;
  }

  /** RFC 6749 section 2.3.1: both halves are encoded as in a form first. */
  private static String basic(String id, String secret) {
    String both = encoded(id) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8);
  }

  private static String form(Map<String, String> members) {
    return members.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private PublishedKeys at(String provider) {
    return providers
        .named(provider)
        .filter(one -> one.provider().client().isPresent())
        .orElseThrow(() -> new IllegalArgumentException("no such provider is offered"));
  }

  private static Provider.Client registered(PublishedKeys at) {
    return at.provider().client().orElseThrow();
  }
}
