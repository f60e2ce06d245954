/** How organisers sign in with the account that they have at their organisation's OpenID provider. */
@NullMarked
package nl.samenkomst.domain.oidc;

import org.jspecify.annotations.NullMarked;
