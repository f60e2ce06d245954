package nl.samenkomst.domain.agenda;

/** A value to filter the agenda by, and how many sessions would be left, given the other filters. */
public record AgendaChoice(String value, int sessions) {}
