package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.PrivateFile;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.ForeignServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Kong's Admin API is, and what it wants to see. */
final class KongAdminOptions implements OptionGroup {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]+");

  @Option(
      names = "--admin-url",
      paramLabel = "URL",
      description = "Kong's Admin API, such as http://localhost:8001.")
  private @Nullable String url;

  @Option(
      names = "--admin-header",
      paramLabel = "NAME",
      description = "A header that it wants, such as Kong-Admin-Token.")
  private @Nullable String header;

  @Option(
      names = "--admin-header-value-file",
      paramLabel = "FILE",
      description = "The file with that header's value, which only its owner can read.")
  private @Nullable Path valueFile;

  boolean given() {
    return url != null;
  }

  KongAdmin kong() {
    if (url == null) {
      throw new IllegalStateException("no --admin-url is given");
    }
    return new KongAdmin(new ForeignServer("--admin-url", url, headers()));
  }

  private Map<String, String> headers() {
    if (header == null && valueFile == null) {
      return Map.of();
    }
    if (header == null || valueFile == null) {
      throw new UsageException("--admin-header and --admin-header-value-file go together");
    }
    if (!HEADER.matcher(header).matches()) {
      throw new UsageException("--admin-header is not the name of a header");
    }
    String value = new String(
        PrivateFile.read("--admin-header-value-file", valueFile), StandardCharsets.ISO_8859_1);
    if (!VALUE.matcher(value).matches()) {
      throw new UsageException("--admin-header-value-file has no value that can stand in a header");
    }
    return Map.of(header, value);
  }

  @Override
  public String heading() {
    return "Kong's Admin API";
  }
}
