package dev.jeton.server.policies;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads conditions. CEL is loaded when the first one is read, so that a server without policies never
 * pays for it.
 */
final class Rules {
  /** The longest condition, in characters. */
  static final int LONGEST = 4_000;

  private static final int DEEPEST = 32;
  private static final int MOST_NODES = 1_000;
  private static final int MOST_ITERATIONS = 1_000;

  private Rules() {}

  /** The condition, ready to be asked. */
  static Rule read(String when) throws WrongRule {
    try {
      CelAbstractSyntaxTree tree = Language.COMPILER.compile(when).getAst();
      return new Rule(Language.RUNTIME.createProgram(tree));
    } catch (CelValidationException e) {
      throw RuleFaults.of(e, Language.NAMES.keySet());
    } catch (CelEvaluationException e) {
      throw new WrongRule("it cannot be made ready; write it more simply");
    }
  }

  /** Loaded with the first condition. */
  private static final class Language {
    static final Map<String, CelType> NAMES = names();

    /** What is asked of strangers' data ends after so many steps, whatever is written. */
    private static final CelOptions OPTIONS = CelOptions.current()
        .maxExpressionCodePointSize(LONGEST)
        .maxParseRecursionDepth(DEEPEST)
        .maxParseExpressionNodeCount(MOST_NODES)
        .comprehensionMaxIterations(MOST_ITERATIONS)
        .enableHeterogeneousNumericComparisons(true)
        .build();

    static final CelCompiler COMPILER = compiler();
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private static CelCompiler compiler() {
      CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .setResultType(SimpleType.BOOL);
      NAMES.forEach(builder::addVar);
      return builder.build();
    }

    private static Map<String, CelType> names() {
      Map<String, CelType> names = new TreeMap<>();
      for (Word word : Word.values()) {
        names.put(word.word(), SimpleType.STRING);
      }
      CelType claims = MapType.create(SimpleType.STRING, SimpleType.DYN);
      names.put(Question.SERVICES, ListType.create(SimpleType.STRING));
      names.put(Question.POWERS, ListType.create(SimpleType.STRING));
      names.put(Question.TTL, SimpleType.INT);
      names.put(Question.CLAIMS, claims);
      names.put(Question.CALLER_NAME, SimpleType.STRING);
      names.put(Question.CALLER_NETWORK, SimpleType.STRING);
      names.put(Question.CALLER_USER, SimpleType.STRING);
      names.put(Question.CALLER_CLAIMS, claims);
      return names;
    }
  }
}
