package nl.samenkomst.letters;

/** A calendar entry beside the letter's own, by the name of its file: a REQUEST is about one thing (RFC 5546 §3.2.2). */
record Attachment(String file, Calendar calendar) {}
