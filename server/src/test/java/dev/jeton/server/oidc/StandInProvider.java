package dev.jeton.server.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An identity provider on this machine, over real HTTP, which does what a test tells it. */
public final class StandInProvider implements AutoCloseable {
  public static final String AUDIENCE = "jeton-api";
  public static final String CLIENT = "jeton";

  /** How it answers. */
  public enum Mood {
    GOOD,
    REDIRECTS,
    TOO_LONG,
    SILENT,
    TRICKLES,
    NO_JSON,
    FAULTY
  }

  public final List<Signer> published = new CopyOnWriteArrayList<>();

  /** How often each path was asked for. */
  public final Map<String, Integer> asked = new ConcurrentHashMap<>();

  /** The forms that its token endpoint got. */
  public final List<String> forms = new CopyOnWriteArrayList<>();

  /** The authorizations that its token endpoint got. */
  public final List<String> authorizations = new CopyOnWriteArrayList<>();

  public volatile Mood mood = Mood.GOOD;
  public volatile String named;
  public volatile String keysAt;
  public volatile String tokenAnswer = "{}";
  volatile List<JsonValue> furtherKeys = List.of();

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  public StandInProvider(Signer... keys) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    published.addAll(List.of(keys));
    named = issuer();
    keysAt = issuer() + "/keys";
    server.createContext("/.well-known/openid-configuration", one -> answer(one, document()));
    server.createContext("/keys", one -> answer(one, keys()));
    server.createContext("/token", this::token);
    server.setExecutor(threads);
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int asked(String path) {
    return asked.getOrDefault(path, 0);
  }

  /** The claims of an access token of somebody, open for more. */
  public JsonObject.Builder claims(String subject, Instant now) {
    return JsonObject.builder()
        .put("iss", issuer())
        .put("sub", subject)
        .put("aud", AUDIENCE)
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + 300);
  }

  Provider provider() {
    return new Provider(
        "oidc", issuer(), List.of(AUDIENCE), Optional.empty(), List.of(), Optional.empty());
  }

  /** Where people sign in, with this secret of the client or none. */
  public Provider forPeople(Optional<Secret> secret, boolean newcomers) {
    return new Provider(
        "oidc",
        issuer(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(new Provider.Client(
            CLIENT, secret, List.of("openid", "email"), "Example & Co", newcomers)));
  }

  private String document() {
    return new String(
        JsonObject.builder()
            .put("issuer", named)
            .put("jwks_uri", keysAt)
            .put("authorization_endpoint", issuer() + "/authorize")
            .put("token_endpoint", issuer() + "/token")
            .build()
            .toBytes(),
        StandardCharsets.UTF_8);
  }

  private String keys() {
    List<JsonValue> all = new ArrayList<>(furtherKeys);
    published.forEach(key -> all.add(key.jwk()));
    return new String(
        JsonObject.builder().put("keys", new JsonItems(all)).build().toBytes(),
        StandardCharsets.UTF_8);
  }

  private void token(HttpExchange exchange) throws IOException {
    forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    answer(exchange, tokenAnswer);
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    try (exchange) {
      asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      switch (mood) {
        case GOOD -> send(exchange, 200, bytes);
        case REDIRECTS -> {
          exchange.getResponseHeaders().set("Location", issuer() + "/elsewhere");
          send(exchange, 302, bytes);
        }
        case TOO_LONG ->
          send(
              exchange,
              200,
              (body + " ".repeat(ProviderClient.MOST_BYTES)).getBytes(StandardCharsets.UTF_8));
        case SILENT -> waitForTheEnd();
        case TRICKLES -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, 1);
          exchange.getResponseBody().flush();
          waitForTheEnd();
        }
        case NO_JSON -> send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
        case FAULTY ->
          send(exchange, 500, "{\"error\":\"server_error\"}".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void waitForTheEnd() {
    try {
      end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
