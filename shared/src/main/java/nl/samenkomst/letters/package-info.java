/** From a mail about one registration to the bytes of a letter: words, HTML, calendar; pure, and knows no mail service. */
@NullMarked
package nl.samenkomst.letters;

import org.jspecify.annotations.NullMarked;
