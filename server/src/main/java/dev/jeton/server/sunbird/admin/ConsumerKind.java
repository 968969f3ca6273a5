package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.ConsumerSpec;
import dev.jeton.server.sunbird.SunbirdConsumers;
import dev.jeton.server.sunbird.SunbirdTokens;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Consumers: applications and people that call APIs, with the groups that they may call. */
@Singleton
final class ConsumerKind implements Kind<ConsumerSpec> {
  private static final Pattern UUID = Pattern.compile(
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final int MOST_GROUPS = 500;

  private final GroupKind groups;
  private final Provider<CredentialKind> credentials;
  private final SunbirdConsumers live;
  private volatile Map<String, String> names = Map.of();

  ConsumerKind(GroupKind groups, Provider<CredentialKind> credentials, SunbirdConsumers live) {
    this.groups = groups;
    this.credentials = credentials;
    this.live = live;
  }

  @Override
  public String word() {
    return "sunbird-consumer";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/consumers";
  }

  @Override
  public String noun() {
    return "Sunbird consumer";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(SunbirdTokens.PLATFORM);
  }

  @Override
  public boolean isForApprovers() {
    return true;
  }

  @Override
  public ConsumerSpec read(Fields spec) {
    spec.only("username", "groups", "description", "enabled");
    String username = Texts.word(spec, "username");
    if (UUID.matcher(username).matches()) {
      throw Texts.wrong("username", "no UUID, which gateways take for an id");
    }
    List<String> codes = spec.texts("groups").stream().distinct().sorted().toList();
    if (codes.size() > MOST_GROUPS || !codes.stream().allMatch(Texts::isWord)) {
      throw Texts.wrong("groups", "a list of at most " + MOST_GROUPS + " codes of groups");
    }
    return new ConsumerSpec(
        username,
        codes,
        CommonMembers.prose(spec, CommonMembers.DESCRIPTION, Texts.LONGEST),
        spec.truthOr("enabled", true));
  }

  @Override
  public void write(ConsumerSpec spec, Json out) {
    out.put("username", spec.username())
        .put("groups", spec.groups())
        .put("description", spec.description().orElse(null))
        .put("enabled", spec.enabled());
  }

  @Override
  public String name(ConsumerSpec spec) {
    return spec.username();
  }

  @Override
  public void check(Stored<ConsumerSpec> one, View others) {
    List<String> unknown = one.spec().groups().stream()
        .filter(code -> others
            .find(groups, code)
            .filter(group -> group.spec().code().equals(code))
            .isEmpty())
        .toList();
    if (!unknown.isEmpty()) {
      throw Refused.badRequest(
          "unknown-group",
          "there is no Sunbird group " + String.join(", ", unknown)
              + " here; make it first, or name one that is there");
    }
    Renaming.check(one, ConsumerSpec::username, names, before -> usersOf(before, others));
  }

  @Override
  public List<String> usedBy(Stored<ConsumerSpec> one, View others) {
    return usersOf(one.spec().username(), others);
  }

  @Override
  public List<String> warnings(Stored<ConsumerSpec> one, Instant now) {
    return one.spec().enabled()
        ? List.of()
        : List.of("it is switched off: its credentials neither mint nor verify");
  }

  @Override
  public void hold(List<Stored<ConsumerSpec>> all) {
    names = all.stream()
        .collect(Collectors.toUnmodifiableMap(Stored::id, one -> one.spec().username()));
    live.hold(all);
  }

  private List<String> usersOf(String username, View others) {
    return Renaming.named(
        others.all(credentials.get()).stream()
            .map(Stored::spec)
            .filter(credential -> credential.consumer().equals(Optional.of(username)))
            .map(credential -> credential.name()),
        "credential",
        "credentials");
  }
}
