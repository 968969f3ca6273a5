package dev.jeton.server.admin.settings;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Request;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Similar;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Writing;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /api/v1/settings}: what may change while the server runs, and changing it. */
@Singleton
final class SettingsDoors implements Doors {
  private static final String PATH = "/api/v1/settings";

  private final LiveSettings live;
  private final Acts acts;
  private final InstantSource clock;
  private final KeptSettings kept;

  @Inject
  SettingsDoors(LiveSettings live, Snapshot snapshot, Acts acts, InstantSource clock) {
    this.live = live;
    this.acts = acts;
    this.clock = clock;
    this.kept = KeptSettings.follow(live, snapshot, acts.sealer());
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get(PATH, Need.ADMINISTRATION, call -> list())
        .audited("settings-list", null)
        .right("settings", Verb.READ));
    doors.open(Door.of(HttpMethod.PATCH, PATH, Need.ADMINISTRATION, this::change)
        .audited("settings-change", null)
        .right("settings", Verb.WRITE)
        .fresh()
        .offTheLoop());
  }

  private Answer list() {
    return Answer.json(
            200,
            Json.object(json -> json.putEach(
                "items",
                live.all().stream()
                    .map(setting -> SettingJson.of(setting, live, kept.entry(setting)))
                    .toList())))
        .with("ETag", "\"" + kept.version() + "\"");
  }

  private Answer change(Call call) {
    IdempotencyKey.refuse(call);
    Map<String, Optional<List<String>>> wanted = wanted(call.body());
    Optional<Long> seen = Request.seenVersion(call);
    acts.write(writing -> {
      seen.ifPresent(version -> kept.require(writing, version));
      keep(writing, wanted, call.caller().id());
      return new Acts.Done<>(
          wanted.size(),
          wanted.isEmpty()
              ? List.of()
              : List.of(
                  call.row("done", null, Map.of("members", String.join(" ", wanted.keySet())))));
    });
    return list();
  }

  private void keep(Writing writing, Map<String, Optional<List<String>>> wanted, String by) {
    wanted.forEach((name, items) ->
        kept.keep(writing, live.find(name).orElseThrow(), items, by, clock.instant()));
  }

  private Map<String, Optional<List<String>>> wanted(Fields body) {
    Map<String, Optional<List<String>>> wanted = new TreeMap<>();
    for (String name : body.names()) {
      LiveSetting<?> setting = live.find(name).orElseThrow(() -> unknown(name));
      if (live.isFixed(setting)) {
        throw new Refused(new Problem(
            409,
            "managed-by-file",
            name + " is given by jeton.yaml, the environment or the command line; change it there"
                + " and restart, or take it away there to change it here"));
      }
      wanted.put(
          name, body.has(name) ? Optional.of(SettingJson.read(setting, body)) : Optional.empty());
    }
    return wanted;
  }

  private Refused unknown(String name) {
    String near =
        Similar.nearest(name, live.all().stream().<String>map(LiveSetting::name).toList());
    return Refused.badRequest(
        "unknown-setting",
        "there is no such setting that can be changed while the server runs; "
            + (near == null
                ? "GET " + PATH + " lists them, the others belong into jeton.yaml"
                : "did you mean " + near + "?"));
  }
}
