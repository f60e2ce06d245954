/** What becomes of letters after the mail service took them, and what that does to the registrations they are about. */
@NullMarked
package nl.samenkomst.domain.delivery;

import org.jspecify.annotations.NullMarked;
