/** Numbers of sessions that outlive the names: what is counted, when it is kept, and how it adds up. */
@NullMarked
package nl.samenkomst.domain.figures;

import org.jspecify.annotations.NullMarked;
