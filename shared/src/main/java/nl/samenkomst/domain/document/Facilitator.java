package nl.samenkomst.domain.document;

import java.util.Optional;

/** A discussion leader at a theme's table. */
public record Facilitator(String name, Optional<String> organisation) {}
