package dev.jeton.cli;

import dev.jeton.cli.console.OptionGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options in the help, under the headings of their {@link OptionGroup}s. */
final class GroupedOptions implements IHelpSectionRenderer {
  private static final String REST = "Options";

  @Override
  public String render(Help help) {
    return groups(help.commandSpec()).entrySet().stream()
        .map(group -> System.lineSeparator()
            + group.getKey()
            + System.lineSeparator()
            + list(help, group.getValue()))
        .collect(Collectors.joining());
  }

  private static Map<String, List<OptionSpec>> groups(CommandSpec command) {
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    List<OptionSpec> rest = new ArrayList<>(command.options());
    for (boolean common : new boolean[] {false, true}) {
      for (CommandSpec mixin : command.mixins().values()) {
        if (mixin.userObject() instanceof OptionGroup group && group.common() == common) {
          groups.computeIfAbsent(group.heading(), h -> new ArrayList<>()).addAll(mixin.options());
          rest.removeIf(option -> mixin.optionsMap().containsKey(option.longestName()));
        }
      }
    }
    groups.computeIfAbsent(REST, h -> new ArrayList<>()).addAll(rest);
    return groups;
  }

  private static String list(Help help, List<OptionSpec> options) {
    Help.Layout layout =
        help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
    layout.addAllOptions(options, help.parameterLabelRenderer());
    return layout.toString();
  }
}
