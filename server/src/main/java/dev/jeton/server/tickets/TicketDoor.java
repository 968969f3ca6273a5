package dev.jeton.server.tickets;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code POST /api/v1/tickets}: a one-time proof for whoever proves to be a caller. */
@Singleton
final class TicketDoor implements Doors {
  private static final String EVENT = "ticket";
  private static final String DOOR = "door";
  private static final Pattern PATH = Pattern.compile("/[!-~]{0,199}");

  private final Tickets tickets;

  TicketDoor(Tickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/tickets", Need.MINT, this::make).audited(EVENT, null));
  }

  private Answer make(Call call) {
    Optional<String> door = Optional.ofNullable(call.body().only(DOOR).textOrNull(DOOR));
    if (door.filter(path -> !PATH.matcher(path).matches()).isPresent()) {
      throw Refused.badRequest(
          "wrong-door", "door must be the path of a WebSocket door, such as /ws/token");
    }
    if (!call.caller().proven()) {
      throw new Refused(new Problem(
          401,
          "proof-needed",
          "a ticket stands for a proven caller; send an Authorization header"));
    }
    Tickets.Made made = tickets
        .make(call.caller(), door)
        .orElseThrow(() -> Refused.badRequest(
            "proof-too-large",
            "what your proof says of you is too much for a ticket; send one with fewer claims"));
    return Answer.json(
            200,
            Json.object(
                json -> json.put("ticket", made.ticket()).put("expiresAt", made.expiresAt())))
        .audited(call.row(
            EVENT,
            null,
            "minted",
            null,
            door.map(path -> Map.of(DOOR, path)).orElse(Map.of()),
            made.ticket()));
  }
}
