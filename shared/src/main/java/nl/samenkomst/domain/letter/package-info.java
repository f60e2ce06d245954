/** Which letter is owed to whom, and when; how it is claimed, sent and remembered, whatever fails on the way. */
@NullMarked
package nl.samenkomst.domain.letter;

import org.jspecify.annotations.NullMarked;
