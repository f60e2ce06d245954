package nl.samenkomst.domain.document;

import java.time.ZonedDateTime;
import java.util.Optional;

/** A part of a session's programme; its times and its speaker may still be unknown. */
public record ProgrammePart(
        Optional<ZonedDateTime> from, Optional<ZonedDateTime> to, String title, Optional<String> speaker) {}
