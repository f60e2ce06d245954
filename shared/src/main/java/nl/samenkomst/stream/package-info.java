/** From the event of a table's stream to what changed, and back which of it is to come again; knows Jackson only. */
@NullMarked
package nl.samenkomst.stream;

import org.jspecify.annotations.NullMarked;
