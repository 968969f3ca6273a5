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
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
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
      .resideInAnyPackage("dev.jeton.cli", "dev.jeton.cli.platform..")
      .orShould()
      .dependOnClassesThat()
      .resideInAnyPackage(PLATFORMS);

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
