/** Places, the waiting list and promotion: what changes in one transaction, and the ports that keep it. */
@NullMarked
package nl.samenkomst.domain.capacity;

import org.jspecify.annotations.NullMarked;
