/** What every way to hand over letters promises, and SES in particular. */
@NullMarked
package nl.samenkomst.ses;

import org.jspecify.annotations.NullMarked;
