package dev.jeton.server;

import jakarta.inject.Singleton;

@Singleton
class Placeholder {}
