/** Rules of signing in. */
@NullMarked
package nl.samenkomst.domain.signin;

import org.jspecify.annotations.NullMarked;
