/** How letters leave: SES, spoken to once per letter. Knows letters, and nothing of who is owed one. */
@NullMarked
package nl.samenkomst.ses;

import org.jspecify.annotations.NullMarked;
