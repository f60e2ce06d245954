package nl.samenkomst.domain.capacity;

import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;

/**
 * A message of an organiser to the people of a session, kept as long as their registrations. It names nobody whom the
 * organiser does not name in it.
 *
 * @param who wrote it
 * @param recipients how many were to get it when it was written
 */
public record Message(MessageId id, MessageText text, Actor who, int recipients) {}
