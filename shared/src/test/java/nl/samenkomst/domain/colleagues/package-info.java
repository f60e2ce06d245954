/** Tests of who may change what colleagues may do, without a table. */
@NullMarked
package nl.samenkomst.domain.colleagues;

import org.jspecify.annotations.NullMarked;
