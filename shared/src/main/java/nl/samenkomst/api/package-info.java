/** Maps the domain to JSON and back: trees of maps and lists in a stable order, as in the OpenAPI description. */
@NullMarked
package nl.samenkomst.api;

import org.jspecify.annotations.NullMarked;
