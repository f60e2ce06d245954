/** Reads the changes in a DynamoDB stream event, and reports those to retry; depends on Jackson, through http, only. */
@NullMarked
package nl.samenkomst.stream;

import org.jspecify.annotations.NullMarked;
