/** The store's contract, on DynamoDB Local and LocalStack, with old, damaged and many items. */
@NullMarked
package nl.samenkomst.local.tests.store;

import org.jspecify.annotations.NullMarked;
