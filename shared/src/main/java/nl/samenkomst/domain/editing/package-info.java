/**
 * What organisers do with drafts: begin, save, carry to other sessions of a series, look at the consequences, publish, and
 * take back. Knows who may, not how it is shown.
 */
@NullMarked
package nl.samenkomst.domain.editing;

import org.jspecify.annotations.NullMarked;
