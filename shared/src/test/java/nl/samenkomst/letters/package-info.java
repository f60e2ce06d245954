/** Letters, read back by other people's parsers. */
@NullMarked
package nl.samenkomst.letters;

import org.jspecify.annotations.NullMarked;
