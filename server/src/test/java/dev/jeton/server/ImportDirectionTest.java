package dev.jeton.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports go one way: boot, then doors, then platforms, then what all share, then tokens. */
@AnalyzeClasses(packages = "dev.jeton.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportDirectionTest {
  private static final String ROOT = "dev.jeton.server.";
  private static final String[] PLATFORMS = {
    ROOT + "agora..", ROOT + "kandy..", ROOT + "hub..", ROOT + "sunbird.."
  };
  private static final String[] SHARED = {
    ROOT + "settings..",
    ROOT + "access..",
    ROOT + "audit..",
    ROOT + "archive..",
    ROOT + "vault..",
    ROOT + "http..",
    ROOT + "api..",
    ROOT + "store..",
    ROOT + "backup..",
    ROOT + "alerts..",
    ROOT + "callers..",
    ROOT + "limits..",
    ROOT + "opendoors..",
    ROOT + "outbound..",
    ROOT + "oidc..",
    ROOT + "people..",
    ROOT + "policies..",
    ROOT + "revocations..",
    ROOT + "tickets.."
  };
  private static final String BOOT = ROOT + "boot..";

  @ArchTest
  static final ArchRule whatAllShareKnowsNoPlatform = noClasses()
      .that()
      .resideInAnyPackage(SHARED)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(PLATFORMS);

  @ArchTest
  static final ArchRule nobodyKnowsBoot = noClasses()
      .that()
      .resideOutsideOfPackage(BOOT)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(BOOT);

  @ArchTest
  static final ArchRule nobodyKnowsDoors = noClasses()
      .that()
      .resideOutsideOfPackage(ROOT + "*.doors..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(ROOT + "*.doors..");

  @ArchTest
  static final ArchRule noRoomKnowsARoomThatKnowsIt =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule settingsAreReadWithoutKnowingAnything = noClasses()
      .that()
      .resideInAPackage(ROOT + "settings..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "access..", ROOT + "audit..", ROOT + "http..");

  @ArchTest
  static final ArchRule whatAsksForAccessDoesNotKnowWhoHasIt = noClasses()
      .that()
      .resideInAnyPackage(ROOT + "access..", ROOT + "http..", ROOT + "admin..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(ROOT + "people..");

  @ArchTest
  static final ArchRule accessAndAuditDoNotKnowWhatAnswers = noClasses()
      .that()
      .resideInAnyPackage(ROOT + "access..", ROOT + "audit..", ROOT + "vault..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "http..", ROOT + "api..");

  /** They own the interfaces whose beans come from there. */
  @ArchTest
  static final ArchRule accessAndHttpDoNotKnowWhoMayHaveWhat = noClasses()
      .that()
      .resideInAnyPackage(ROOT + "access..", ROOT + "http..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          ROOT + "callers..",
          ROOT + "limits..",
          ROOT + "opendoors..",
          ROOT + "outbound..",
          ROOT + "oidc..",
          ROOT + "people..",
          ROOT + "policies..",
          ROOT + "revocations..",
          ROOT + "tickets..");

  @ArchTest
  static final ArchRule whatIsArchivedDoesNotKnowWhatAnswers = noClasses()
      .that()
      .resideInAPackage(ROOT + "archive")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "http..", ROOT + "api..", ROOT + "admin..");

  @ArchTest
  static final ArchRule noPlatformKnowsAnother =
      slices().matching(ROOT + "(agora|kandy|hub|sunbird)..").should().notDependOnEachOther();
}
