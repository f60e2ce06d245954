/**
 * A session as its organiser wrote it: its texts, times, themes, questions and sign-up rules, and how they are read
 * from fields.
 */
@NullMarked
package nl.samenkomst.domain.document;

import org.jspecify.annotations.NullMarked;
