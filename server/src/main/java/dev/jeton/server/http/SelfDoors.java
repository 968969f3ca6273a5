package dev.jeton.server.http;

import dev.jeton.server.access.Need;
import dev.jeton.server.settings.Settings;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The doors of the server itself: what it is, whether it is there, and one for measuring. */
@ApplicationScoped
class SelfDoors implements Doors {
  private static final Answer PONG =
      Answer.json(200, Json.object(json -> json.put("message", "pong")));
  private static final Buffer CONSTANT = Json.object(json -> json.put("token", "constant"));

  private final boolean measured;

  @Inject
  SelfDoors(Settings settings) {
    measured = settings.get(HttpSettings.class).constantDoor();
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get("/", Need.OPEN, FrontPage::answer));
    doors.open(Door.get("/ping", Need.OPEN, call -> PONG));
    if (measured) {
      doors.open(Door.post("/constant", Need.MINT, call -> Answer.json(200, CONSTANT)));
    }
  }
}
