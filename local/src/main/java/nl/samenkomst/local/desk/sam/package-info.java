/** The desk as SAM CLI serves it, with the table and the mail service in LocalStack. */
@NullMarked
package nl.samenkomst.local.desk.sam;

import org.jspecify.annotations.NullMarked;
