/** Use cases of organisers about many people at once, each of which may be repeated until everybody is done. */
@NullMarked
package nl.samenkomst.domain.bulk;

import org.jspecify.annotations.NullMarked;
