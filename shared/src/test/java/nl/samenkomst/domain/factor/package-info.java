/** Rules of the second factor. */
@NullMarked
package nl.samenkomst.domain.factor;

import org.jspecify.annotations.NullMarked;
