/**
 * The participant's own registration: showing, attending, changing, cancelling and erasing it, as pages and as an API;
 * the function keeps its deployed name, {@code cancel}. A thin handler parses the request, calls a use case and writes
 * the response; it knows neither the table nor the mail service.
 */
@NullMarked
package nl.samenkomst.cancel;

import org.jspecify.annotations.NullMarked;
