package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A key file of the data folder as a backup carries it.
 *
 * @param name the file's name
 * @param sealed its line, sealed under a data key of the backup
 */
record NodeKey(String name, Bytes sealed) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}\\.key");
  private static final String MASTER = "master.key";

  Consumer<Json> json() {
    return json -> json.put("name", name)
        .put("sealed", Base64.getEncoder().encodeToString(sealed.toByteArray()));
  }

  static NodeKey read(Fields json) {
    String name = json.text("name");
    if (!NAME.matcher(name).matches() || name.equals(MASTER)) {
      throw new Part.Unknown("key file " + name);
    }
    return new NodeKey(name, Bytes.copyFrom(Base64.getDecoder().decode(json.text("sealed"))));
  }

  /** What it is sealed for. */
  static String identity(String name) {
    return "node-key/" + name;
  }

  @Override
  public String toString() {
    return "NodeKey[" + name + "]";
  }
}
