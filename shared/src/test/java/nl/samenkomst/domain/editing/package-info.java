@NullMarked
package nl.samenkomst.domain.editing;

import org.jspecify.annotations.NullMarked;
