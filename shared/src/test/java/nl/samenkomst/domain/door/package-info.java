@NullMarked
package nl.samenkomst.domain.door;

import org.jspecify.annotations.NullMarked;
