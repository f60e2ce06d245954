@NullMarked
package nl.samenkomst.domain.letter;

import org.jspecify.annotations.NullMarked;
