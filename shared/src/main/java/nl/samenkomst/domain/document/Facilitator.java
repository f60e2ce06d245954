package nl.samenkomst.domain.document;

import java.util.Optional;

/** Somebody who leads the talk at a theme's table. */
public record Facilitator(String name, Optional<String> organisation) {}
