/** Tests of the rules for many participants at once, without a table. */
@NullMarked
package nl.samenkomst.domain.participants;

import org.jspecify.annotations.NullMarked;
