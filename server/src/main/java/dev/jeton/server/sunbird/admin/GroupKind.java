package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.sunbird.GroupSpec;
import dev.jeton.server.sunbird.SunbirdTokens;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Groups of APIs, which consumers may call. */
@Singleton
final class GroupKind implements Kind<GroupSpec> {
  private final Provider<ConsumerKind> consumers;
  private volatile Map<String, String> codes = Map.of();

  GroupKind(Provider<ConsumerKind> consumers) {
    this.consumers = consumers;
  }

  @Override
  public String word() {
    return "sunbird-group";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/groups";
  }

  @Override
  public String noun() {
    return "Sunbird group";
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
  public GroupSpec read(Fields spec) {
    spec.only("code", "title", "description", "environment");
    return new GroupSpec(
        Texts.word(spec, "code"),
        CommonMembers.line(spec, "title", Texts.LONGEST_LINE),
        CommonMembers.prose(spec, CommonMembers.DESCRIPTION, Texts.LONGEST),
        Texts.wordIfAny(spec, "environment"));
  }

  @Override
  public void write(GroupSpec spec, Json out) {
    out.put("code", spec.code())
        .put("title", spec.title().orElse(null))
        .put("description", spec.description().orElse(null))
        .put("environment", spec.environment().orElse(null));
  }

  @Override
  public String name(GroupSpec spec) {
    return spec.code();
  }

  @Override
  public void check(Stored<GroupSpec> one, View others) {
    Renaming.check(one, GroupSpec::code, codes, before -> usersOf(before, others));
  }

  @Override
  public List<String> usedBy(Stored<GroupSpec> one, View others) {
    return usersOf(one.spec().code(), others);
  }

  @Override
  public void hold(List<Stored<GroupSpec>> all) {
    codes = all.stream()
        .collect(Collectors.toUnmodifiableMap(Stored::id, one -> one.spec().code()));
  }

  private List<String> usersOf(String code, View others) {
    return Renaming.named(
        others.all(consumers.get()).stream()
            .map(Stored::spec)
            .filter(consumer -> consumer.groups().contains(code))
            .map(consumer -> consumer.username()),
        "consumer",
        "consumers");
  }
}
