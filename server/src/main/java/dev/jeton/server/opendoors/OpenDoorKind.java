package dev.jeton.server.opendoors;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.OpenableDoors;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v1/open-doors}: the doors that are open to everybody. */
@Singleton
final class OpenDoorKind implements Kind<OpenDoorSpec> {
  static final String WORD = "open-door";
  static final String PATH = "/api/v1/open-doors";

  /** By whose word alone the room of policies is known here. */
  private static final String POLICY = "policy";

  private final OpenDoors open;
  private final OpenableDoors openable;

  OpenDoorKind(OpenDoors open, OpenableDoors openable) {
    this.open = open;
    this.openable = openable;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String noun() {
    return "open door";
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public OpenDoorSpec read(Fields spec) {
    return OpenDoorForm.read(spec);
  }

  @Override
  public void write(OpenDoorSpec spec, Json out) {
    OpenDoorForm.write(spec, out);
  }

  @Override
  public OpenDoorSpec linked(OpenDoorSpec spec, View others) {
    if (spec.guard() == GuardKind.CAPTCHA && !open.hasCaptcha()) {
      throw Refused.badRequest(
          "no-captcha-provider",
          "set open-doors.captcha-url and open-doors.captcha-secret first: nobody could get in");
    }
    String door = openable
        .named(spec.door())
        .orElseThrow(() -> Refused.badRequest(
            "door-stays-closed",
            "door must be one that may be opened: " + String.join(", ", openable.all())));
    String policy = others
        .find(POLICY, spec.policy())
        .map(View.Named::id)
        .orElseThrow(() -> Refused.badRequest(
            "unknown-policy",
            OpenDoorForm.POLICY + " names a policy that is not here; create it first"));
    return spec.with(door, policy);
  }

  @Override
  public Map<String, List<String>> refersTo(OpenDoorSpec spec) {
    return Map.of(POLICY, List.of(spec.policy()));
  }

  @Override
  public String name(OpenDoorSpec spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(OpenDoorSpec spec) {
    return Map.of(OpenDoorForm.DOOR, spec.door());
  }

  @Override
  public List<String> warnings(Stored<OpenDoorSpec> one, Instant now) {
    OpenDoorSpec spec = one.spec();
    List<String> warnings = new ArrayList<>();
    if (spec.enabled() && spec.guard() == GuardKind.NONE && spec.origins().isEmpty()) {
      warnings.add("whoever finds it gets tokens, programs too, up to " + spec.inTotal()
          + " a minute; a guard or origins would make that harder");
    }
    if (spec.enabled() && spec.guard() == GuardKind.CAPTCHA && !open.hasCaptcha()) {
      warnings.add("nobody gets in: open-doors.captcha-url and open-doors.captcha-secret are not"
          + " set on this server");
    }
    return warnings;
  }

  @Override
  public Set<String> revoked(OpenDoorSpec spec) {
    return spec.enabled() ? Set.of() : Set.of(OpenDoorForm.ENABLED);
  }

  @Override
  public Set<String> revokedByDeleting() {
    return Set.of(OpenDoorForm.ENABLED);
  }

  @Override
  public void nameLinks(Stored<OpenDoorSpec> one, View others, Json out) {
    String policy = one.spec().policy();
    out.put("policyName", others.find(POLICY, policy).map(View.Named::name).orElse(policy));
  }

  @Override
  public void describe(Stored<OpenDoorSpec> one, Instant now, Json out) {
    if (one.spec().guard() == GuardKind.PROOF_OF_WORK) {
      out.put("challengePath", ChallengeDoor.pathOf(one.spec()));
    }
  }

  @Override
  public boolean wantsFreshProof() {
    return true;
  }

  @Override
  public void hold(List<Stored<OpenDoorSpec>> all) {
    open.hold(all);
  }
}
