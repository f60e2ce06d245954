package nl.samenkomst.domain.bulk;

import java.time.Instant;

/**
 * How many registrations have no confirmed address.
 *
 * @param places how many of them hold a place
 * @param until the moment of counting: people who sign up later are not in it
 */
public record UnconfirmedCount(int registrations, int places, Instant until) {}
