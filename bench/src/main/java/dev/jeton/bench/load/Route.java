package dev.jeton.bench.load;

/** What wrk calls. With a body it is a POST. */
record Route(String path, String body) {
  static final Route MINT = new Route("/rtctoken", "{\"channel\":\"lobby\",\"isPublisher\":true}");

  /** The same answer to everybody. */
  static final Route CONSTANT = new Route("/ping", "");

  String name() {
    return (body.isEmpty() ? "GET " : "POST ") + path;
  }
}
