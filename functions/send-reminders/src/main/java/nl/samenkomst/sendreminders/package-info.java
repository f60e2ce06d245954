/** Every letter that is owed: a thin handler that reads, asks one use case, and answers; knows no table and no mail service. */
@NullMarked
package nl.samenkomst.sendreminders;

import org.jspecify.annotations.NullMarked;
