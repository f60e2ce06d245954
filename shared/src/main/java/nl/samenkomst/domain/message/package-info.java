/** What organisers write to the people of a session, and whom it is for. */
@NullMarked
package nl.samenkomst.domain.message;

import org.jspecify.annotations.NullMarked;
