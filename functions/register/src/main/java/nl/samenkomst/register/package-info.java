/**
 * Sign-up, and asking for the own link. A thin handler parses the request, calls a use case and writes the response; it
 * knows neither the table nor the mail service.
 */
@NullMarked
package nl.samenkomst.register;

import org.jspecify.annotations.NullMarked;
