package dev.jeton.server.http;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Verb;
import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One method on one path: what it asks of callers and bodies, and who answers. */
public final class Door {
  static final int USUAL_BODY = 64 * 1024;

  private final HttpMethod method;
  private final PathTemplate path;
  private final Need need;
  private final Function<Call, Answer> handler;
  private boolean takesBody;
  private boolean offTheLoop;
  private int mostBodyBytes = USUAL_BODY;
  private ErrorShape errors = ErrorShape.PROBLEM_JSON;
  private @Nullable String list;
  private String event;
  private @Nullable String platform;
  private Right right = Right.ANYTHING;
  private boolean fresh;

  private Door(HttpMethod method, String path, Need need, Function<Call, Answer> handler) {
    this.method = method;
    this.path = new PathTemplate(path);
    this.need = need;
    this.handler = handler;
    this.takesBody = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.DELETE);
    this.event = need.name().toLowerCase(Locale.ROOT);
  }

  public static Door get(String path, Need need, Function<Call, Answer> handler) {
    return new Door(HttpMethod.GET, path, need, handler);
  }

  /** A door that takes a JSON object. */
  public static Door post(String path, Need need, Function<Call, Answer> handler) {
    return new Door(HttpMethod.POST, path, need, handler);
  }

  /** A door with any other method; all but GET and DELETE take a JSON object. */
  public static Door of(HttpMethod method, String path, Need need, Function<Call, Answer> handler) {
    return new Door(method, path, need, handler);
  }

  /** How it tells errors; problem details unless this says otherwise. */
  public Door errors(ErrorShape shape) {
    errors = shape;
    return this;
  }

  /** How its refusals stand in the audit, such as {@code agora-mint}, and for which platform. */
  public Door audited(String eventName, @Nullable String platformName) {
    event = eventName;
    platform = platformName;
    return this;
  }

  /** What it does, where rights are asked for; operators alone may unless this says what. */
  public Door right(String resource, Verb verb) {
    return right(new Right(resource, verb));
  }

  /** What it does, where rights are asked for. */
  public Door right(Right what) {
    right = what;
    return this;
  }

  /** What it does is dangerous, so people must have proven just before who they are. */
  public Door fresh() {
    fresh = true;
    return this;
  }

  /** The largest body that it takes. */
  public Door bodyUpTo(int bytes) {
    mostBodyBytes = bytes;
    return this;
  }

  /** Takes a bare list as well, which then stands for an object with this one member. */
  public Door listAs(String member) {
    list = member;
    return this;
  }

  /** Takes no body, whatever its method. */
  public Door withoutBody() {
    takesBody = false;
    return this;
  }

  /**
   * Its handler computes for long, as signing with private keys does, so that others on the same
   * event loop would wait for it; it runs on a worker instead.
   */
  public Door offTheLoop() {
    offTheLoop = true;
    return this;
  }

  HttpMethod method() {
    return method;
  }

  Right right() {
    return right;
  }

  boolean isFresh() {
    return fresh;
  }

  PathTemplate path() {
    return path;
  }

  Need need() {
    return need;
  }

  Answer answer(Call call) {
    return handler.apply(call);
  }

  boolean isOffTheLoop() {
    return offTheLoop;
  }

  boolean takesBody() {
    return takesBody;
  }

  int mostBodyBytes() {
    return mostBodyBytes;
  }

  ErrorShape errors() {
    return errors;
  }

  @Nullable
  String list() {
    return list;
  }

  String event() {
    return event;
  }

  @Nullable
  String platform() {
    return platform;
  }
}
