/** Tests of figures, without a table. */
@NullMarked
package nl.samenkomst.domain.figures;

import org.jspecify.annotations.NullMarked;
