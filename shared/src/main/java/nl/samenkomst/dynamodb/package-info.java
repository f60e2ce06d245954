/** Keeps sessions and registrations in one DynamoDB table; each item's keys and attributes stand beside it. */
@NullMarked
package nl.samenkomst.dynamodb;

import org.jspecify.annotations.NullMarked;
