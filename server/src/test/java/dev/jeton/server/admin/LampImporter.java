package dev.jeton.server.admin;

import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.http.Fields;
import java.util.List;

/** Reads lamps from a list of them; what else stands there is remarked on. */
final class LampImporter implements Importer {
  @Override
  public String word() {
    return "lamp-shop";
  }

  @Override
  public String platform() {
    return "lamps";
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only("colour");
    String colour = options.textOrNull("colour");
    SourceObject shop = SourceObject.yaml(source);
    List<Thing> lamps = shop.objects("lamps").stream()
        .map(lamp -> Thing.of(
            "lamp",
            lamp.word("name").orElse(""),
            json -> json.put("name", lamp.word("name").orElse(null))
                .put("serial", lamp.word("serial").orElse(null))
                .put("colour", lamp.word("colour").orElse(colour))
                .put("code", lamp.text("code").orElse(null))))
        .toList();
    return new Imported(lamps, shop.has("chairs") ? List.of("chairs were left") : List.of());
  }
}
