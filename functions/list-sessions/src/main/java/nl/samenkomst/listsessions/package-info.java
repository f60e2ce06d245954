/**
 * The public agenda and its sessions. A thin handler parses the request, calls a use case and writes the response; it
 * knows neither the table nor the mail service.
 */
@NullMarked
package nl.samenkomst.listsessions;

import org.jspecify.annotations.NullMarked;
