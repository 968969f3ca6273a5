package dev.jeton.server.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers. It follows no redirects, and waits for an answer, its body included, no longer than
 * it has patience.
 */
public final class OutboundClient {
  private final Duration patience;
  private @Nullable HttpClient client;

  public OutboundClient(Duration patience) {
    this.patience = patience;
  }

  /** The beginning of a request to that address. */
  public HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(patience).header("User-Agent", "Jeton");
  }

  /**
   * What is answered. Blocks.
   *
   * @throws HttpTimeoutException if the answer does not come, or not whole, while there is patience
   * @throws IOException if there is no connection, or the answer cannot be read
   */
  public <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> answer = client().sendAsync(request, body);
    try {
      // The client's own time limit ends with the head of an answer, and its body may never come.
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault
          ? fault
          : new IOException("no answer", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** Made when it is needed first, because most servers ask nobody. */
  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder()
          .connectTimeout(patience)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
    }
    return client;
  }
}
