package dev.jeton.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Jeton.class.getPackage().getImplementationVersion();
    return new String[] {"jeton " + Objects.requireNonNullElse(version, "(not from a jar)")};
  }
}
