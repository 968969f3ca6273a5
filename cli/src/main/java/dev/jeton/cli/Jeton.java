package dev.jeton.cli;


class Jeton {}
