/** Who changed what on the organiser's side. */
@NullMarked
package nl.samenkomst.domain.audit;

import org.jspecify.annotations.NullMarked;
