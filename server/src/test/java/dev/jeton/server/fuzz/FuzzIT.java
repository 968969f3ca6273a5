package dev.jeton.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends each operation right, spoiled and broken requests, as the operator and as nobody. {@code jeton.fuzz.rounds}
 * says how many of each; {@code jeton.fuzz.seed} repeats a run.
 */
class FuzzIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = Integer.getInteger("jeton.fuzz.rounds", 20);
  private static final long SEED = Long.getLong("jeton.fuzz.seed", System.nanoTime());
  private static final Pattern INSIDES = Pattern.compile(
      "\\tat |Exception|\\b(java|javax|io\\.quarkus|io\\.vertx|dev\\.jeton|org\\.[a-z]+)\\.[a-z]+\\.");

  /** Passwords are stretched on purpose and a backup copies everything; few of them show as much. */
  private static final List<String> SLOW = List.of("/sign-in", "/welcome", "/api/v1/backup");

  private final Random random = new Random(SEED);
  private final List<String> faults = new ArrayList<>();
  private int asked;
  private int done;

  @TempDir
  private Path folder;

  @Test
  void noRequestMakesAFaultOrShowsTheInside() throws IOException {
    try (RunningServer server = RunningServer.start(
        folder,
        Map.of(
            "JETON_HTTP_CONSTANT_DOOR", "true",
            "JETON_LIMITS_REQUESTS_PER_NETWORK", "0",
            "JETON_LIMITS_TOKENS_PER_USER", "0"))) {
      Description description = new Description(server.get("/q/openapi").body());
      List<Description.Operation> operations = description.operations();
      assertThat(operations).hasSizeGreaterThan(100);
      Proper proper = new Proper(description, random);
      for (int round = 0; round < ROUNDS; round++) {
        for (Description.Operation operation : operations) {
          if (round < 4 || !SLOW.contains(operation.template())) {
            ask(server, proper, operation);
          }
        }
      }
      assertThat(done).as("of %d requests that were right", asked).isGreaterThan(asked / 20);
      assertThat(faults).as("with -Djeton.fuzz.seed=%d", SEED).isEmpty();
      assertThat(server.get("/ping").status()).isEqualTo(200);
      assertThat(server.output())
          .as("the console, with -Djeton.fuzz.seed=%d", SEED)
          .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
    }
  }

  private void ask(RunningServer server, Proper proper, Description.Operation operation)
      throws IOException {
    Spoiled spoiled = new Spoiled(random);
    String path = path(proper, spoiled, operation);
    String body = body(proper, spoiled, operation);
    List<String> headers = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      headers.addAll(List.of("Authorization", "Bearer " + server.adminToken()));
    }
    if (random.nextInt(4) == 0) {
      headers.addAll(List.of("Idempotency-Key", "k" + random.nextInt(50)));
    }
    if (random.nextInt(4) == 0) {
      headers.addAll(List.of("If-Match", random.nextBoolean() ? "\"1\"" : "W/\"x"));
    }
    if (!body.isEmpty()) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    Answer answer = server.send(
        path,
        request -> request.method(
            operation.method(),
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
        headers.toArray(String[]::new));
    asked++;
    done += answer.status() < 300 ? 1 : 0;
    look(operation + " as " + path + " with " + shown(body), answer);
    learn(proper, answer);
  }

  private String path(Proper proper, Spoiled spoiled, Description.Operation operation) {
    String path = operation.template();
    StringBuilder query = new StringBuilder();
    for (Description.Parameter parameter : operation.parameters()) {
      boolean wrong = random.nextInt(4) == 0;
      if (parameter.place().equals("path")) {
        String value = wrong ? spoiled.text() : proper.reference();
        path = path.replace("{" + parameter.name() + "}", encoded(value.isEmpty() ? "-" : value));
      } else if (parameter.place().equals("query") && random.nextInt(3) > 0) {
        String value = wrong
            ? spoiled.text()
            : proper.value(parameter.name(), parameter.schema()).asText();
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(parameter.name())
            .append('=')
            .append(encoded(value));
      }
    }
    return path + query;
  }

  private String body(Proper proper, Spoiled spoiled, Description.Operation operation) {
    if (operation.body().isMissingNode()) {
      return random.nextInt(10) == 0 ? "{}" : "";
    }
    JsonNode right = proper.value("", operation.body());
    return switch (random.nextInt(6)) {
      case 0 -> right.toString();
      case 1 -> broken(right.toString());
      default -> spoiled.of(right).toString();
    };
  }

  private String broken(String body) {
    return switch (random.nextInt(4)) {
      case 0 -> body.substring(0, random.nextInt(body.length() + 1));
      case 1 -> "[".repeat(2000);
      case 2 -> body + body;
      default -> "\ufeff" + body;
    };
  }

  private void look(String request, Answer answer) {
    if (answer.status() >= 500 || INSIDES.matcher(answer.body()).find()) {
      faults.add(request + " -> " + answer.status() + " " + shown(answer.body()));
    }
  }

  private static void learn(Proper proper, Answer answer) {
    if (answer.status() < 300 && answer.header("Content-Type").startsWith("application/json")) {
      try {
        proper.learn(JSON.readTree(answer.body()));
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + answer.body(), e);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shown(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "..." : text;
  }
}
