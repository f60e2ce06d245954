/** Organisers sign in and out. */
@NullMarked
package nl.samenkomst.signin;

import org.jspecify.annotations.NullMarked;
