package dev.jeton.server.callers;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import java.util.List;
import java.util.Optional;

/** In place of a kind of another room: things that have names and nothing else. */
public record NamedKind(String word) implements Kind<String> {

  @Override
  public String path() {
    return "/api/v1/" + word;
  }

  @Override
  public String noun() {
    return word;
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public String read(Fields spec) {
    return spec.only("name").text("name");
  }

  @Override
  public void write(String spec, Json out) {
    out.put("name", spec);
  }

  @Override
  public String name(String spec) {
    return spec;
  }

  @Override
  public void hold(List<Stored<String>> all) {}
}
