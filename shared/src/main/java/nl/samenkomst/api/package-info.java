/** From the domain to what programs read: trees of maps and lists in a stable order, as the API's description says. */
@NullMarked
package nl.samenkomst.api;

import org.jspecify.annotations.NullMarked;
