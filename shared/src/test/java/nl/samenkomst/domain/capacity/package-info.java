@NullMarked
package nl.samenkomst.domain.capacity;

import org.jspecify.annotations.NullMarked;
