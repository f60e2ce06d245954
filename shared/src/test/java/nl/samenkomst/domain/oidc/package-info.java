/** The rules of signing in with the account of the organisation. */
@NullMarked
package nl.samenkomst.domain.oidc;

import org.jspecify.annotations.NullMarked;
