/** The record of organisers' changes: actor, action, reason and moment. */
@NullMarked
package nl.samenkomst.domain.audit;

import org.jspecify.annotations.NullMarked;
