/** Tests of what organisers see at their desk, without a table. */
@NullMarked
package nl.samenkomst.domain.desk;

import org.jspecify.annotations.NullMarked;
