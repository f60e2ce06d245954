/** Tests the mailer: its contract, and the behavior of SES in particular. */
@NullMarked
package nl.samenkomst.ses;

import org.jspecify.annotations.NullMarked;
