package dev.jeton.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Hands out the API's description. Nobody may ever ask for it, so the first who does waits until it is
 * put together. Who may ask is the pipeline's business.
 */
@Singleton
class DescriptionRoute {
  private static final Logger LOG = Logger.getLogger(DescriptionRoute.class);

  private final Map<Form, Buffer> texts = new ConcurrentHashMap<>();

  private enum Form {
    YAML("application/yaml;charset=UTF-8"),
    JSON("application/json;charset=UTF-8");

    private final String contentType;

    Form(String contentType) {
      this.contentType = contentType;
    }

    private static Form askedFor(RoutingContext context) {
      String accept = context.request().getHeader("Accept");
      boolean json = (accept != null && accept.contains("application/json"))
          || context.queryParam("format").stream().anyMatch("json"::equalsIgnoreCase);
      return json ? JSON : YAML;
    }

    private Buffer text() {
      ApiDescription description =
          new ApiDescription(DescriptionFiles.BASE, DescriptionFiles.read());
      return this == JSON ? description.json() : description.yaml();
    }
  }

  void open(@Observes Router router) {
    router
        .route(HttpMethod.GET, SystemPaths.DESCRIPTION)
        .method(HttpMethod.HEAD)
        .blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext context) {
    Form form = Form.askedFor(context);
    Buffer text;
    try {
      text = texts.computeIfAbsent(form, Form::text);
    } catch (RuntimeException e) {
      LOG.error("the API's description cannot be put together", e);
      throw e;
    }
    context.response().putHeader("Content-Type", form.contentType).end(text);
  }
}
