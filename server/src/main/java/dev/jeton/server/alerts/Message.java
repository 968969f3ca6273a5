package dev.jeton.server.alerts;

import dev.jeton.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is sent at once.
 *
 * @param id the same in every attempt to send it
 * @param server which node tells it
 * @param test whether somebody only tries whether messages arrive
 */
record Message(String id, Instant at, String server, boolean test, List<Alert> alerts) {

  Message {
    alerts = List.copyOf(alerts);
  }

  /** Without names of things, which might be anything. */
  String subject() {
    if (test) {
      return "Jeton on " + server + ": test alert";
    }
    return "Jeton on " + server + ": "
        + (alerts.size() == 1
            ? alerts.get(0).condition().code() + " " + alerts.get(0).what().word()
            : alerts.size() + " alerts");
  }

  String text() {
    return (test ? "This is a test. Alerts will arrive like this.\n" : "")
        + alerts.stream().map(Alert::line).collect(Collectors.joining("\n\n"))
        + "\n\nTold by " + server + " at " + at + ".\n";
  }

  byte[] json() {
    return Json.object(json -> json.put("id", id)
            .put("sentAt", at)
            .put("server", server)
            .put("test", test)
            .putEach("alerts", alerts.stream().map(AlertJson::of).toList()))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
