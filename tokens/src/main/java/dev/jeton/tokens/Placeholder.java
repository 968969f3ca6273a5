package dev.jeton.tokens;


class Placeholder {}
