@NullMarked
package nl.samenkomst.domain.delivery;

import org.jspecify.annotations.NullMarked;
