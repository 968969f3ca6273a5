package dev.jeton.server.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code POST /api/v1/inspect}: which platform's token it is and what stands in it, unverified. */
@Singleton
final class InspectApi implements Doors {
  private final List<TokenInspector> inspectors;

  InspectApi(Instance<TokenInspector> inspectors) {
    this.inspectors = inspectors.stream().toList();
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/inspect", Need.VERIFY, this::inspect)
        .audited("inspect", null)
        .bodyUpTo(256 * 1024));
  }

  private Answer inspect(Call call) {
    String token = call.body().only("token").text("token");
    return first(inspector -> inspector.inspect(token), true)
        .or(() -> first(inspector -> inspector.guess(token), false))
        .orElseGet(() -> Answer.json(200, Json.object(json -> json.put("recognised", false))));
  }

  private Optional<Answer> first(
      Function<TokenInspector, Optional<Consumer<Json>>> look, boolean certain) {
    for (TokenInspector inspector : inspectors) {
      Optional<Consumer<Json>> found = look.apply(inspector);
      if (found.isPresent()) {
        return Optional.of(Answer.json(200, Json.object(json -> {
          json.put("recognised", true)
              .put("certain", certain)
              .put("verified", false)
              .put("platform", inspector.platform());
          found.get().accept(json);
        })));
      }
    }
    return Optional.empty();
  }
}
