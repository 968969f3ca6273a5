package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.sunbird.Profile;
import picocli.CommandLine.ITypeConverter;

/** Reads a profile. */
final class ProfileConverter implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String text) {
    for (Profile profile : Profile.values()) {
      if (profile.word().equals(text)) {
        return profile;
      }
    }
    throw new UsageException("a profile is strict or legacy");
  }
}
