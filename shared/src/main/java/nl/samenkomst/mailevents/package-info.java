/** Reads what SES says about letters, in messages of an SNS topic; knows no table. */
@NullMarked
package nl.samenkomst.mailevents;

import org.jspecify.annotations.NullMarked;
