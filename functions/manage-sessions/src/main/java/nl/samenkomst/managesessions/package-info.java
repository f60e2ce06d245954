/** The organiser's side: a thin handler that reads, asks one use case, and answers; knows no table and no mail service. */
@NullMarked
package nl.samenkomst.managesessions;

import org.jspecify.annotations.NullMarked;
