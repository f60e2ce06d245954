package nl.samenkomst.domain.figures;

import nl.samenkomst.domain.session.Session;

/** A session with its figures. */
public record SessionFigures(Session session, Tally tally) {}
