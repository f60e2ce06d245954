/** Talks to the organisation's OpenID provider; the only package that uses Nimbus, and loaded only on its own routes. */
@NullMarked
package nl.samenkomst.signin.oidc;

import org.jspecify.annotations.NullMarked;
