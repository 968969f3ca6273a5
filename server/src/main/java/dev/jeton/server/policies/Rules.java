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
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import java.util.List;
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
  private static final int MOST_OF_PATTERN = 10_000;

  /** Texts that a condition joins are no longer than what it is shown. */
  private static final int LONGEST_TEXT = Budget.MOST;

  private Rules() {}

  /** The condition, ready to be asked. */
  static Rule read(String when) throws WrongRule {
    try {
      CelAbstractSyntaxTree tree = Language.COMPILER.compile(when).getAst();
      tree = Language.PATTERNS.validate(tree).getAst();
      return new Rule(Language.RUNTIME.createProgram(tree)::eval);
    } catch (CelValidationException e) {
      throw RuleFaults.of(e, Language.NAMES.keySet());
    } catch (CelEvaluationException e) {
      throw new WrongRule("it cannot be made ready; write it more simply");
    }
  }

  /** Loaded with the first condition. */
  private static final class Language {
    static final Map<String, CelType> NAMES = names();

    /** Those that answer yes or no; those that make lists of lists are left out. */
    private static final List<CelStandardMacro> QUESTIONS = List.of(
        CelStandardMacro.HAS,
        CelStandardMacro.ALL,
        CelStandardMacro.EXISTS,
        CelStandardMacro.EXISTS_ONE);

    /** What is asked of strangers' data ends after so many steps, whatever is written. */
    private static final CelOptions OPTIONS = CelOptions.current()
        .maxExpressionCodePointSize(LONGEST)
        .maxParseRecursionDepth(DEEPEST)
        .maxParseExpressionNodeCount(MOST_NODES)
        .comprehensionMaxIterations(MOST_ITERATIONS)
        .maxRegexProgramSize(MOST_OF_PATTERN)
        .enableHeterogeneousNumericComparisons(true)
        .build();

    static final CelCompiler COMPILER = compiler();
    static final CelRuntime RUNTIME = runtime();
    static final CelValidator PATTERNS = CelValidatorFactory.standardCelValidatorBuilder(
            COMPILER, RUNTIME)
        .addAstValidators(new WrittenPatterns())
        .build();

    private static CelCompiler compiler() {
      CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(QUESTIONS)
          .setResultType(SimpleType.BOOL);
      NAMES.forEach(builder::addVar);
      return builder.build();
    }

    /** Nothing that doubles a list or a text each time that it is written. */
    private static CelRuntime runtime() {
      CelStandardFunctions functions = CelStandardFunctions.newBuilder()
          .filterFunctions((function, overload) -> overload != AddOverload.ADD_STRING
              && overload != AddOverload.ADD_BYTES
              && overload != AddOverload.ADD_LIST)
          .build();
      return CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .setStandardFunctions(functions)
          .addFunctionBindings(
              CelFunctionBinding.from("add_string", String.class, String.class, Language::joined))
          .build();
    }

    private static String joined(String first, String second) {
      if (first.length() + second.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException("too long a text");
      }
      return first + second;
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
