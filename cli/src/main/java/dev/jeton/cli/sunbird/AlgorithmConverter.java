package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.jwt.Algorithm;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/** Reads an algorithm by the name that tokens have for it. */
final class AlgorithmConverter implements ITypeConverter<Algorithm> {
  @Override
  public Algorithm convert(String text) {
    Algorithm algorithm = Algorithm.ofWord(text);
    if (algorithm == null) {
      throw new UsageException("known are "
          + Arrays.stream(Algorithm.values())
              .map(Algorithm::word)
              .collect(Collectors.joining(", ")));
    }
    return algorithm;
  }
}
