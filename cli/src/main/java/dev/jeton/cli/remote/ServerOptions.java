package dev.jeton.cli.remote;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and the proof that it takes. */
public final class ServerOptions implements OptionGroup {
  private static final String SERVER = "JETON_SERVER";
  private static final String TOKEN_FILE = "JETON_TOKEN_FILE";
  private static final String DATA = "JETON_DATA";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The running server, or JETON_SERVER. Default http://127.0.0.1:8080.")
  private @Nullable String server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The admin.token of its data folder, or JETON_TOKEN_FILE. Default: that of the"
          + " folder that JETON_DATA names, or of ./data.")
  private @Nullable String tokenFile;

  /** Whether the command line names a server. */
  public boolean given() {
    return server != null;
  }

  /** The server, not asked for anything yet. */
  public Server server(Environment environment) {
    return server(environment, null);
  }

  /** The same, whose proof lies in that data folder unless something else is named. */
  public Server server(Environment environment, @Nullable Path data) {
    ServerAddress address = server != null
        ? ServerAddress.parse("--server", server)
        : ServerAddress.parse(SERVER, environment.variable(SERVER).orElse("http://127.0.0.1:8080"));
    return new Server(address, token(environment, data));
  }

  private AdminToken token(Environment environment, @Nullable Path data) {
    if (tokenFile != null) {
      return AdminToken.read("--token-file", path("--token-file", tokenFile));
    }
    return environment
        .variable(TOKEN_FILE)
        .map(file -> AdminToken.read(TOKEN_FILE, path(TOKEN_FILE, file)))
        .orElseGet(() -> data == null
            ? inDataFolder(environment)
            : AdminToken.read("--data", data.resolve("admin.token")));
  }

  private static AdminToken inDataFolder(Environment environment) {
    String data = environment.variable(DATA).orElse("data");
    return AdminToken.read("the data folder", path(DATA, data).resolve("admin.token"));
  }

  private static Path path(String origin, String text) {
    if (text.isEmpty()) {
      throw new UsageException(origin + " is empty; give it a path");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(origin + " is not a path");
    }
  }

  @Override
  public String heading() {
    return "Server";
  }

  @Override
  public boolean common() {
    return true;
  }
}
