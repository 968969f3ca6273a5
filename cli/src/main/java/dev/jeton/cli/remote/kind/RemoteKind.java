package dev.jeton.cli.remote.kind;

import java.util.List;
import java.util.Optional;

/** A kind of thing that a server keeps, as the command line needs to know it. */
public interface RemoteKind {
  /** The words before the act: {@code agora project}. The last one names the group of commands. */
  String words();

  /** For people: {@code Agora project}. */
  String noun();

  /** Where the server has them: {@code /api/v1/agora/projects}. */
  String path();

  /** The columns of its list. */
  List<Column> columns();

  /** What {@code create} takes, new for each call. */
  List<SpecOptions> createOptions();

  /** What {@code change} takes, new for each call. */
  List<SpecOptions> changeOptions();

  /** Its secrets, where it has any. */
  default Optional<SecretWords> secrets() {
    return Optional.empty();
  }

  /** The member that the argument of {@code create} fills; empty when the server names it. */
  default Optional<String> nameMember() {
    return Optional.of("name");
  }

  /** A name for the examples in the helps. */
  String exampleName();

  /** Options for the example of {@code create}; may be empty. */
  String createExample();

  /** Options for the example of {@code change}. */
  String changeExample();
}
