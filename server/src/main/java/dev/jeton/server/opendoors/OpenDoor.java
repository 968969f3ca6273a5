package dev.jeton.server.opendoors;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Presented;
import dev.jeton.server.http.Opening;
import java.util.Optional;

/** A door that stands open. */
final class OpenDoor implements Opening {
  private final String id;
  private final OpenDoorSpec spec;
  private final Guards guards;
  private final Caller.Visitor visitor;
  private final Optional<OriginCheck> pages;

  OpenDoor(String id, OpenDoorSpec spec, Guards guards) {
    this.id = id;
    this.spec = spec;
    this.guards = guards;
    this.visitor = new Caller.Visitor(spec.name(), spec.policy());
    this.pages =
        spec.origins().isEmpty() ? Optional.empty() : Optional.of(new OriginCheck(spec.origins()));
  }

  String id() {
    return id;
  }

  OpenDoorSpec spec() {
    return spec;
  }

  @Override
  public Caller.Visitor visitor() {
    return visitor;
  }

  @Override
  public Optional<OriginCheck> pages() {
    return pages;
  }

  @Override
  public int perNetwork() {
    return spec.perNetwork();
  }

  @Override
  public int inTotal() {
    return spec.inTotal();
  }

  @Override
  public boolean isGuarded() {
    return spec.guard() != GuardKind.NONE;
  }

  @Override
  public void guard(Presented presented) {
    guards.pass(this, presented);
  }
}
