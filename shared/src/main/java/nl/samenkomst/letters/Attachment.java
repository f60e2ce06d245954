package nl.samenkomst.letters;

/** An attached calendar with its file name, for a further session: a REQUEST is about one event (RFC 5546 §3.2.2). */
record Attachment(String file, Calendar calendar) {}
