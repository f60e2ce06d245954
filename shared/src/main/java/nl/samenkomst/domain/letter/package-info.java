/** The kinds of letters, and the log of those sent about one registration. */
@NullMarked
package nl.samenkomst.domain.letter;

import org.jspecify.annotations.NullMarked;
