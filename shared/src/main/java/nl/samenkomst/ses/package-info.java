/** Sends letters through SES, one call per letter; knows letters, but not which are owed to whom. */
@NullMarked
package nl.samenkomst.ses;

import org.jspecify.annotations.NullMarked;
