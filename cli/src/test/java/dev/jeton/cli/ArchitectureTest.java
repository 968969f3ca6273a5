package dev.jeton.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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

  @ArchTest
  static final ArchRule theConsoleKnowsNothingAboveIt = noClasses()
      .that()
      .resideInAPackage("dev.jeton.cli.console..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("dev.jeton.cli", "dev.jeton.cli.platform..", "dev.jeton.cli.agora..");

  @ArchTest
  static final ArchRule aPlatformIsNamedInOnePlace = noClasses()
      .that()
      .resideOutsideOfPackage("dev.jeton.cli.agora..")
      .and()
      .doNotHaveSimpleName("Platforms")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("dev.jeton.cli.agora..");
}
