/** How organisers sign in with a browser: by a letter to their mailbox, then by their second factor. */
@NullMarked
package nl.samenkomst.domain.signin;

import org.jspecify.annotations.NullMarked;
