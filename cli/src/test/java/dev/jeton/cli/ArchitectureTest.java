package dev.jeton.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.jeton.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule usesTokensAndTheAuditChainAlone = classes()
      .that()
      .haveNameNotMatching("dev\\.jeton\\.cli\\.remote\\.AnswerReader.*")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "javax.net.ssl..",
          "picocli..",
          "org.jspecify..",
          "dev.jeton.tokens..",
          "dev.jeton.server.audit.chain..",
          "dev.jeton.cli..");

  private static final String[] PLATFORMS = {
    "dev.jeton.cli.agora..",
    "dev.jeton.cli.hub..",
    "dev.jeton.cli.kandy..",
    "dev.jeton.cli.sunbird.."
  };

  @ArchTest
  static final ArchRule theConsoleKnowsNothingAboveIt = noClasses()
      .that()
      .resideInAPackage("dev.jeton.cli.console..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("dev.jeton.cli", "dev.jeton.cli.platform..", "dev.jeton.cli.remote..")
      .orShould()
      .dependOnClassesThat()
      .resideInAnyPackage(PLATFORMS);

  /** A start that asks no server is fast because it loads nothing of what speaks to one. */
  @ArchTest
  static final ArchRule onlyTheWireKnowsHttp = noClasses()
      .that()
      .resideOutsideOfPackage("dev.jeton.cli.remote")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule aPlatformIsNamedInOnePlace = noClasses()
      .that()
      .resideOutsideOfPackages(PLATFORMS)
      .and()
      .doNotHaveSimpleName("Platforms")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(PLATFORMS);

  @ArchTest
  static final ArchRule noPlatformKnowsAnother = slices()
      .matching("dev.jeton.cli.(agora|hub|kandy|sunbird)..")
      .should()
      .notDependOnEachOther();
}
