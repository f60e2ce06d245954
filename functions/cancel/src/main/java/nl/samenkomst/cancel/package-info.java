/** A person's own registration, and cancelling it: a thin handler that reads, asks one use case, and answers; knows no table and no mail service. */
@NullMarked
package nl.samenkomst.cancel;

import org.jspecify.annotations.NullMarked;
