/** Sends owed letters: the work queue, claims, rate limit, and what is sent to participants and organisers. */
@NullMarked
package nl.samenkomst.domain.sending;

import org.jspecify.annotations.NullMarked;
