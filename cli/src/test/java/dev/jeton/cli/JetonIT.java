package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.remote.StandIn;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process. */
class JetonIT {
  private static final String JAR = System.getProperty("jeton.jar", "target/jeton.jar");

  @TempDir
  private Path folder;

  record Ended(int status, String out, String err) {}

  @Test
  void mintsAndReadsTheTokenBackFromStandardInput() throws Exception {
    Ended minted = mint("--channel", "lobby", "--uid", "42");
    assertThat(minted.status()).isZero();
    assertThat(minted.err()).isEmpty();
    assertThat(minted.out()).matches("007[A-Za-z0-9+/]+=*\n");
    Ended verified = jeton(
        minted.out(),
        "verify",
        "agora",
        "--app-id",
        Run.APP_ID,
        "--channel",
        "lobby",
        "--uid",
        "42",
        "-");
    assertThat(verified.out()).startsWith("valid\n").doesNotContain("unchecked");
    assertThat(verified.status()).isZero();
  }

  @Test
  void endsWithEachExitStatus() throws Exception {
    assertThat(jeton("", "--version").status()).isZero();
    assertThat(jeton("", "inspect", "hello").status()).isEqualTo(1);
    assertThat(jeton("", "mnit").status()).isEqualTo(2);
    assertThat(mint("--channel", "c", "--uid", "1", "--secret-file", "no-such-file")
            .status())
        .isEqualTo(3);
    assertThat(jeton("", "audit", "verify", "--data", "no-such-folder").status())
        .isEqualTo(3);
  }

  @Test
  void knowsItsVersion() throws Exception {
    assertThat(jeton("", "--version").out()).matches("jeton \\d+\\.\\d+\\.\\d+.*\n");
  }

  @Test
  void neverPrintsTheSecret() throws Exception {
    List<Ended> all = List.of(
        mint("--channel", "c", "--uid", "1", "--json"),
        mint("--channel", "c"),
        jeton("x", "verify", "agora", "--app-id", Run.APP_ID, "-"),
        jeton("", "mint", "agora", "rtc", "--help"));
    assertThat(all)
        .allSatisfy(ended -> assertThat(ended.out() + ended.err()).doesNotContain(Run.CERTIFICATE));
  }

  @Test
  @EnabledIf("hasFullDevice")
  void saysSoWhenStandardOutputTakesNothing() throws Exception {
    Ended ended = run("", new File("/dev/full"), List.of("inspect", "hello"));
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).isEqualTo("jeton: standard output was closed before all was written\n");
  }

  @Test
  void readsAndWritesUtf8WhateverTheLocale() throws Exception {
    Ended minted = mint("--channel", "c", "--account", "ünï", "--json");
    assertThat(minted.out()).contains("\"account\":\"ünï\"");
  }

  @Test
  void asksForNothingWithoutATerminal() throws Exception {
    ProcessBuilder builder = builder(
        List.of("mint", "agora", "rtc", "--app-id", Run.APP_ID, "--channel", "c", "--uid", "1"));
    builder.environment().remove("AGORA_APP_CERTIFICATE");
    Ended ended = ended(builder, Run.CERTIFICATE + "\n", folder.resolve("out").toFile());
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).startsWith("jeton: no App Certificate: set AGORA_APP_CERTIFICATE");
  }

  @Test
  void holdsNothingButWhatItNeeds() throws IOException {
    try (ZipFile jar = new ZipFile(JAR)) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()))
          .allMatch(entry -> entry.getName().startsWith("picocli/")
              || entry.getName().startsWith("dev/jeton/cli/")
              || entry.getName().startsWith("dev/jeton/tokens/")
              || entry.getName().startsWith("dev/jeton/server/audit/chain/")
              || entry.getName().startsWith("com/fasterxml/jackson/core/")
              || entry.getName().matches("META-INF/(MANIFEST.MF|[A-Za-z-]*(LICENSE|NOTICE))"));
    }
  }

  @Test
  void aStartThatAsksNoServerLoadsNothingOfWhatSpeaksToOne() throws Exception {
    Path loaded = folder.resolve("loaded");
    ProcessBuilder builder = builder(List.of("inspect", "hello"));
    builder.command().add(1, "-Xlog:class+load:file=" + loaded);
    ended(builder, "", folder.resolve("out").toFile());
    assertThat(Files.readString(loaded))
        .contains("dev.jeton.cli.InspectCommand")
        .doesNotContain("java.net.http.", "dev.jeton.cli.remote.Connection");
  }

  @Test
  void asksARunningServer() throws Exception {
    try (StandIn server = new StandIn()) {
      server.giveTokenTo(folder);
      server.answering(200, "{\"items\":[{\"name\":\"a\",\"value\":0.5,\"default\":1e-3}]}");
      ProcessBuilder builder = builder(List.of("settings", "list", "--server", server.url()));
      builder.environment().put("JETON_DATA", folder.toString());
      Ended ended = ended(builder, "", folder.resolve("out").toFile());
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).contains("a     0.5    0.001");
    }
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  private Ended mint(String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of("mint", "agora", "rtc", "--app-id", Run.APP_ID));
    args.addAll(List.of(options));
    return jeton("", args.toArray(String[]::new));
  }

  private Ended jeton(String in, String... args) throws Exception {
    return run(in, folder.resolve("out").toFile(), List.of(args));
  }

  private Ended run(String in, File out, List<String> args) throws Exception {
    return ended(builder(args), in, out);
  }

  private static ProcessBuilder builder(List<String> args) {
    List<String> command = new ArrayList<>(
        List.of(System.getProperty("jeton.java", "java"), "-XX:TieredStopAtLevel=1", "-jar", JAR));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AGORA_APP_CERTIFICATE", Run.CERTIFICATE);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private Ended ended(ProcessBuilder builder, String in, File out) throws Exception {
    File err = folder.resolve("err").toFile();
    Process process = builder.redirectOutput(out).redirectError(err).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(in.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading, as it may.
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String printed = out.isFile() ? Files.readString(out.toPath()) : "";
    return new Ended(process.exitValue(), printed, Files.readString(err.toPath()));
  }
}
