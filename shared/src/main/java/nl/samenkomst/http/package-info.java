/**
 * Reads the events of an HTTP API and writes its responses; depends on Jackson and mime4j, and on no other package of
 * ours.
 */
@NullMarked
package nl.samenkomst.http;

import org.jspecify.annotations.NullMarked;
