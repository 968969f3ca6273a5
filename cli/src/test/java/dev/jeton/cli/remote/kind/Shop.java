package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.DurationConverter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A kind as a platform would describe one: shops that have keys. */
final class Shop implements RemoteKind {
  private static final SecretWords KEYS =
      new SecretWords("key", "keys", "key", "Shop Key", "MALL_SHOP_KEY", true);

  @Override
  public String words() {
    return "mall shop";
  }

  @Override
  public String noun() {
    return "shop";
  }

  @Override
  public String path() {
    return "/api/v1/mall/shops";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("FLOOR", "floor"),
        Column.seconds("OPEN FOR", "openSeconds"),
        Column.mark("DEFAULT", "default", "default"),
        Column.states("KEYS", KEYS));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new Place());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new Place());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(KEYS);
  }

  @Override
  public String exampleName() {
    return "bakery";
  }

  @Override
  public String createExample() {
    return "--floor 2";
  }

  @Override
  public String changeExample() {
    return "--open 8h";
  }

  /** Where it is. */
  static final class Place implements SpecOptions {
    @Option(names = "--floor", paramLabel = "N", description = "The floor.")
    private @Nullable Long floor;

    @Option(
        names = "--open",
        paramLabel = "8h",
        converter = DurationConverter.class,
        description = "How long it is open.")
    private @Nullable Duration open;

    @Option(names = "--default", negatable = true, description = "The one where none is named.")
    private @Nullable Boolean standard;

    @Override
    public void write(Members members) {
      members.number("floor", floor).seconds("openSeconds", open).truth("default", standard);
    }

    @Override
    public String heading() {
      return "Shop";
    }
  }
}
