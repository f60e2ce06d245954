/**
 * Sending every letter that is owed. A thin handler parses the event, calls a use case and writes the response; it
 * knows neither the table nor the mail service.
 */
@NullMarked
package nl.samenkomst.sendreminders;

import org.jspecify.annotations.NullMarked;
