@NullMarked
package nl.samenkomst.domain.bulk;

import org.jspecify.annotations.NullMarked;
