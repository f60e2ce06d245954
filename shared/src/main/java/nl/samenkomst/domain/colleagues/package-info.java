/** Administrators invite colleagues, and change or end what they may do; one administrator always remains. */
@NullMarked
package nl.samenkomst.domain.colleagues;

import org.jspecify.annotations.NullMarked;
