/** An organiser's second factor: the codes of an authenticator app, and recovery codes. */
@NullMarked
package nl.samenkomst.domain.factor;

import org.jspecify.annotations.NullMarked;
