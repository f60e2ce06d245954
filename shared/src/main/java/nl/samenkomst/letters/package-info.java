/** Turns a mail into the bytes of a letter: text, HTML, calendar; pure, and independent of any mail service. */
@NullMarked
package nl.samenkomst.letters;

import org.jspecify.annotations.NullMarked;
