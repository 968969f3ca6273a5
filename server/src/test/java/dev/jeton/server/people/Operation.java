package dev.jeton.server.people;

/** One operation of the API's description. */
record Operation(String method, String template) {

  /** A path of that form which leads to nothing. */
  String path() {
    return template.replaceAll("\\{[^}]*}", "nothing");
  }

  boolean takesBody() {
    return !method.equals("GET") && !method.equals("DELETE");
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
