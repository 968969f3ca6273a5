package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ApiDescriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = """
      openapi: 3.1.0
      info: {title: Whole, version: "1"}
      tags: [{name: first}]
      components:
        schemas:
          Problem: {type: object}
      """;

  @Test
  void pathsComponentsAndTagsOfAllFilesStandInIt() {
    ApiDescription description = described("""
        openapi: 3.1.0
        tags: [{name: second}]
        paths: {/a: {get: {summary: A}}}
        components:
          schemas: {A: {type: string}}
          responses: {A: {description: A}}
        """, "paths: {/b: {get: {summary: B}}}");
    assertThat(read(description)).isEqualTo(new Yaml().<Map<String, Object>>load("""
                    openapi: 3.1.0
                    info: {title: Whole, version: "1"}
                    tags: [{name: first}, {name: second}]
                    components:
                      schemas: {Problem: {type: object}, A: {type: string}}
                      responses: {A: {description: A}}
                    paths: {/a: {get: {summary: A}}, /b: {get: {summary: B}}}
                    """));
  }

  @Test
  void aPathInTwoFilesIsRefusedByTheNamesOfBoth() {
    assertThatThrownBy(() -> described("paths: {/a: {}}", "paths: {/a: {}}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("/a stands below paths in openapi/0.yaml and in openapi/1.yaml; keep one");
  }

  @Test
  void aComponentInTwoFilesIsRefusedByTheNamesOfBoth() {
    assertThatThrownBy(() -> described("components: {schemas: {Problem: {}}}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Problem stands below components/schemas in openapi.yaml and in"
            + " openapi/0.yaml; keep one");
  }

  @Test
  void componentsOfTwoKindsMayShareAName() {
    assertThat(read(described("components: {responses: {Problem: {}}}"))).containsKey("components");
  }

  @Test
  void aPathTwiceInOneFileIsRefused() {
    assertThatThrownBy(() -> described("paths:\n  /a: {}\n  /a: {}\n"))
        .hasMessage("openapi/0.yaml is no YAML that can be read")
        .hasStackTraceContaining("duplicate key /a");
  }

  @Test
  void whatIsSaidOfTheWholeIsSaidInOnePlace() {
    assertThatThrownBy(() -> described("info: {title: Other}"))
        .hasMessage("openapi/0.yaml may not say its own info; leave that to the whole's file");
    assertThatThrownBy(() -> described("openapi: 3.0.0"))
        .hasMessage("openapi/0.yaml may not say its own openapi; leave that to the whole's file");
  }

  @Test
  void aFileWithoutNamesIsRefused() {
    for (String room : List.of("", "[a]", "paths: 1", "components: {schemas: [a]}", "tags: 1")) {
      assertThatThrownBy(() -> described(room))
          .as(room)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("openapi/0.yaml");
    }
  }

  @Test
  void everyValueStaysWhatItIsInYamlAndInJson() throws Exception {
    ApiDescription description = described("""
        paths:
          /a:
            example: [1, 1.5, true, null, "1", "true", "17:00", "2026-11-01T00:00:00Z", "ü \\"x\\"\\n"]
            "200": {}
        """);
    Map<String, Object> yaml = read(description);
    assertThat(JSON.readTree(description.json().getBytes())).isEqualTo(JSON.valueToTree(yaml));
    assertThat(yaml.get("paths")).asString().contains("17:00", "2026-11-01T00:00:00Z", "200={}");
    assertThat(description.json().toString())
        .contains("[1,1.5,true,null,\"1\",\"true\",\"17:00\",");
  }

  @Test
  void theFilesOfTheProgramFitTogether() throws Exception {
    ApiDescription description = new ApiDescription(DescriptionFiles.BASE, DescriptionFiles.read());
    Map<String, Object> yaml = read(description);
    assertThat(yaml.keySet()).contains("openapi", "info", "paths", "components");
    assertThat(JSON.readTree(description.json().getBytes())).isEqualTo(JSON.valueToTree(yaml));
  }

  private static ApiDescription described(String... rooms) {
    Map<String, String> texts = new TreeMap<>();
    texts.put(DescriptionFiles.BASE, BASE);
    for (int i = 0; i < rooms.length; i++) {
      texts.put("openapi/" + i + ".yaml", rooms[i]);
    }
    return new ApiDescription(DescriptionFiles.BASE, texts);
  }

  private static Map<String, Object> read(ApiDescription description) {
    return new Yaml().load(description.yaml().toString());
  }
}
