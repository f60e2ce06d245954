/** A published session: its document, its revisions, and whether sign-up is open. */
@NullMarked
package nl.samenkomst.domain.session;

import org.jspecify.annotations.NullMarked;
