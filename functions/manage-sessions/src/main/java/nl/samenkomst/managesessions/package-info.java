/**
 * The organiser's API. A thin handler parses the request, calls a use case and writes the response; it knows neither
 * the table nor the mail service.
 */
@NullMarked
package nl.samenkomst.managesessions;

import org.jspecify.annotations.NullMarked;
