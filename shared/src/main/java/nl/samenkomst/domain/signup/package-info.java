/** Signing up: the form, the choices a session offers, and registering for one session or several. */
@NullMarked
package nl.samenkomst.domain.signup;

import org.jspecify.annotations.NullMarked;
