package nl.samenkomst.domain.agenda;

/** A value to filter the agenda by, and how many sessions it would leave under the other filters. */
public record AgendaChoice(String value, int sessions) {}
