package dev.jeton.tokens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The library fits anyone's application: the JDK and one JSON reader, no I/O, no clock, no dice. */
@AnalyzeClasses(packages = "dev.jeton.tokens", importOptions = ImportOption.DoNotIncludeTests.class)
class TokensArchitectureTest {

  @ArchTest
  static final ArchRule needsTheJdkAlone = classes()
      .that()
      .resideOutsideOfPackage("dev.jeton.tokens.json..")
      .and()
      .haveNameNotMatching("dev\\.jeton\\.tokens\\.hub\\.Secp256k1.*")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "dev.jeton.tokens..");

  @ArchTest
  static final ArchRule readsJsonInOneRoom = noClasses()
      .that()
      .resideOutsideOfPackage("dev.jeton.tokens.json..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.fasterxml..");

  /** The optional part is named in one class, which is loaded only where it is there. */
  @ArchTest
  static final ArchRule namesBouncyCastleInOneClass = noClasses()
      .that()
      .haveNameNotMatching("dev\\.jeton\\.tokens\\.hub\\.Secp256k1.*")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.bouncycastle..");

  /**
   * The lists of published secrets are read from the class path, which takes an input stream; the
   * JSON reader reads texts and throws what is called an I/O fault.
   */
  @ArchTest
  static final ArchRule doesNoInputOrOutput = noClasses()
      .that()
      .haveNameNotMatching("dev\\.jeton\\.tokens\\.PublishedSecrets(\\$.*)?")
      .and()
      .resideOutsideOfPackage("dev.jeton.tokens.json..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..");

  @ArchTest
  static final ArchRule opensNoFileAndNoSocketAnywhere = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
      .orShould()
      .dependOnClassesThat()
      .haveNameMatching("java\\.io\\.(File|RandomAccess|Object).*");

  @ArchTest
  static final ArchRule asksForNoTime = noClasses()
      .should()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(System.class, "nanoTime")
      .orShould()
      .callMethod(Instant.class, "now")
      .orShould()
      .dependOnClassesThat()
      .areAssignableTo(Clock.class)
      .orShould()
      .dependOnClassesThat()
      .areAssignableTo(java.util.Date.class);

  @ArchTest
  static final ArchRule throwsNoDice = noClasses()
      .should()
      .dependOnClassesThat()
      .areAssignableTo(SecureRandom.class)
      .orShould()
      .dependOnClassesThat()
      .areAssignableTo(Random.class)
      .orShould()
      .callMethod(Math.class, "random")
      .orShould()
      .dependOnClassesThat()
      .areAssignableTo(java.util.UUID.class);

  @ArchTest
  static final ArchRule printsNothing = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoPlatform = noClasses()
      .that()
      .resideInAnyPackage(
          "dev.jeton.tokens",
          "dev.jeton.tokens.crypto..",
          "dev.jeton.tokens.encoding..",
          "dev.jeton.tokens.json..",
          "dev.jeton.tokens.jwt..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "dev.jeton.tokens.agora..",
          "dev.jeton.tokens.kandy..",
          "dev.jeton.tokens.hub..",
          "dev.jeton.tokens.sunbird..");
}
