package dev.jeton.server.hub;

/**
 * What an operator says of an issuer, without its keys.
 *
 * @param name what callers name it by
 * @param tokens what its tokens look like
 * @param marked whether callers get it who name none
 */
public record IssuerSpec(String name, TokenShape tokens, boolean marked) {

  /** The same, marked as the one for callers who name none, or not. */
  public IssuerSpec marked(boolean yes) {
    return new IssuerSpec(name, tokens, yes);
  }
}
