package dev.jeton.server.opendoors;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/open-doors/NAME/challenge}: a new task for a browser. Nothing is kept of it. */
@Singleton
final class ChallengeDoor implements Doors {
  private static final String NAME = "ref";
  private static final String SEGMENT = "/challenge";

  private final OpenDoors open;
  private final ProofOfWork work;

  ChallengeDoor(OpenDoors open, ProofOfWork work) {
    this.open = open;
    this.work = work;
  }

  static String pathOf(OpenDoorSpec spec) {
    return OpenDoorKind.PATH + "/" + spec.name() + SEGMENT;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(
        Door.get(OpenDoorKind.PATH + "/{" + NAME + "}" + SEGMENT, Need.OPEN, this::challenge));
  }

  private Answer challenge(Call call) {
    OpenDoor door = open.named(call.path(NAME))
        .filter(one -> one.spec().guard() == GuardKind.PROOF_OF_WORK)
        .orElseThrow(() -> new Refused(
            new Problem(404, "not-found", "no open door of that name asks for a proof of work")));
    Challenge challenge =
        work.challenge(door.id(), ProofOfWork.place(call.arrival()), door.spec().difficulty());
    Answer answer = Answer.json(200, Json.object(challenge::write));
    String reader = door.pages().map(pages -> readableBy(pages, call)).orElse(null);
    return reader == null
        ? answer
        : answer.with("Access-Control-Allow-Origin", reader).with("Vary", "Origin");
  }

  private static @Nullable String readableBy(OriginCheck pages, Call call) {
    return pages.readableBy(call.presented().headers());
  }
}
