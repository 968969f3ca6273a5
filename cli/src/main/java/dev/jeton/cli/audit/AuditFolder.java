package dev.jeton.cli.audit;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a server keeps its audit. */
final class AuditFolder {
  @Option(
      names = "--data",
      paramLabel = "./data",
      description = "The data folder of the server. Default ./data.")
  private Path data = Path.of("data");

  /** The folder of the audit files, which is there. */
  Path path() {
    Path folder = data.resolve("audit");
    if (!Files.isDirectory(folder)) {
      throw new FaultException("there is no audit folder " + VisibleText.of(folder.toString())
          + "; is --data the data folder of the server?");
    }
    return folder;
  }

  /** The data folder itself. */
  Path data() {
    return data;
  }

  /** The key of the hashes in the rows. */
  byte[] key() {
    Path file = data.resolve("audit.key");
    String name = VisibleText.of(file.toString());
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (text.isEmpty()) {
        throw new FaultException(name + " holds no key");
      }
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new FaultException(name + " cannot be read; run this as the server's user", e);
    }
  }

  FaultException unreadable(IOException cause) {
    return new FaultException(
        "a file under " + VisibleText.of(data.resolve("audit").toString()) + " cannot be read",
        cause);
  }
}
