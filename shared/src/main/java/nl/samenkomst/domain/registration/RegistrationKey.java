package nl.samenkomst.domain.registration;

import nl.samenkomst.domain.session.SessionId;

/** Identifies a registration among those of all sessions. */
public record RegistrationKey(SessionId session, RegistrationId id) {}
