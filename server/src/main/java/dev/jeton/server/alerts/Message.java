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
  /** Nobody reads more lines than that. */
  static final int MOST_SHOWN = 50;

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
        + shown().stream().map(Alert::line).collect(Collectors.joining("\n\n"))
        + (more() > 0 ? "\n\nand " + more() + " more; GET /api/v1/alerts lists all" : "")
        + "\n\nTold by " + server + " at " + at + ".\n";
  }

  private List<Alert> shown() {
    return alerts.subList(0, Math.min(alerts.size(), MOST_SHOWN));
  }

  private int more() {
    return alerts.size() - shown().size();
  }

  byte[] json() {
    return Json.object(json -> {
          json.put("id", id)
              .put("sentAt", at)
              .put("server", server)
              .put("test", test)
              .putEach("alerts", shown().stream().map(AlertJson::of).toList());
          if (more() > 0) {
            json.put("more", more());
          }
        })
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
