/** The requests and responses that all functions share: bodies, languages, refusals; pages or JSON. */
@NullMarked
package nl.samenkomst.responses;

import org.jspecify.annotations.NullMarked;
