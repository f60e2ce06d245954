/**
 * Noting what became of letters. A thin handler parses the event and calls a use case; it knows neither the table nor
 * the mail service.
 */
@NullMarked
package nl.samenkomst.notedelivery;

import org.jspecify.annotations.NullMarked;
