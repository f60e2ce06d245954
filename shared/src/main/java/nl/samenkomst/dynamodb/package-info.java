/** Stores sessions and registrations in one DynamoDB table; each item's class names its keys and attributes. */
@NullMarked
package nl.samenkomst.dynamodb;

import org.jspecify.annotations.NullMarked;
