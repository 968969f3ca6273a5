package dev.jeton.server.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Role;
import dev.jeton.server.access.Verb;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody of each role and somebody of none, signed in at a server, and somebody from elsewhere. They ask with
 * a body that has an unknown member, so that nothing is done where they may.
 */
final class Everybody {
  static final String CALLER = "caller";
  static final String ANONYMOUS = "anonymous";

  private static final String PASSWORD = "four random words here";
  private static final Pattern BEYOND =
      Pattern.compile("your rights do not reach that far: (\\w+) ([a-z0-9-]+)");
  private static final String NO_MINT = "operators alone may have tokens minted";

  private final RunningServer server;
  private final String[] nobody;
  private final Map<String, String[]> proofs = new LinkedHashMap<>();

  Everybody(RunningServer server) throws IOException {
    this.server = server;
    this.nobody = signedIn("nobody", "[]");
    for (Role role : Role.values()) {
      proofs.put(role.word(), signedIn("a-" + role.word(), "[\"" + role.word() + "\"]"));
    }
    proofs.put(CALLER, new String[] {"Authorization", "Bearer " + apiKey()});
  }

  /** What a door asks of whom. */
  record Asked(Need need, Right right) {}

  Asked rightAt(Operation operation) {
    int fromAfar = ask(operation, "Via", "1.1 proxy").status();
    if (fromAfar != 401) {
      return new Asked(Need.OPEN, Right.ANYTHING);
    }
    Answer answer = ask(operation, nobody);
    Matcher beyond = BEYOND.matcher(answer.body());
    if (beyond.find()) {
      Verb verb = Verb.valueOf(beyond.group(1).toUpperCase(Locale.ROOT));
      return new Asked(Need.ADMINISTRATION, new Right(beyond.group(2), verb));
    }
    if (answer.body().contains(NO_MINT)) {
      return new Asked(Need.MINT, Right.ANYTHING);
    }
    boolean own = operation.template().startsWith("/api/v1/sessions/current")
        || operation.template().equals("/sign-out");
    return own
        ? new Asked(
            Need.ADMINISTRATION,
            new Right(Right.OWN_SESSION, operation.method().equals("GET") ? Verb.READ : Verb.WRITE))
        : new Asked(Need.VERIFY, Right.ANYTHING);
  }

  Set<String> whoMay(Operation operation) {
    Set<String> may = new LinkedHashSet<>();
    proofs.forEach((who, headers) -> {
      Answer answer = ask(operation, headers);
      boolean refused = BEYOND.matcher(answer.body()).find() || answer.body().contains(NO_MINT);
      if (!refused && answer.status() != 401) {
        may.add(who);
      }
    });
    if (rightAt(operation).need() == Need.OPEN) {
      may.add(ANONYMOUS);
    }
    return may;
  }

  private Answer ask(Operation operation, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return server.send(
        operation.path(),
        request -> request.method(
            operation.method(),
            operation.takesBody()
                ? BodyPublishers.ofString("{\"unknown-member\":1}")
                : BodyPublishers.noBody()),
        all.toArray(String[]::new));
  }

  private String apiKey() throws IOException {
    return server
        .post(
            "/api/v1/callers",
            "{\"name\":\"app\"}",
            "Authorization",
            "Bearer " + server.adminToken())
        .json()
        .path("key")
        .asText();
  }

  private String[] signedIn(String name, String roles) throws IOException {
    String[] operator = {"Authorization", "Bearer " + server.adminToken()};
    server.post("/api/v1/people", "{\"name\":\"" + name + "\",\"roles\":" + roles + "}", operator);
    String link = server
        .post("/api/v1/people/" + name + "/link", "{}", operator)
        .json()
        .path("link")
        .asText();
    server.post("/welcome", PeopleServer.welcome(link, PASSWORD));
    Answer answer =
        server.post("/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
    JsonNode session = answer.json();
    String cookie = answer.header("Set-Cookie");
    return new String[] {
      "Cookie",
      cookie.substring(0, cookie.indexOf(';')),
      "Origin",
      server.address(),
      "Jeton-Csrf",
      session.path("csrf").asText()
    };
  }
}
