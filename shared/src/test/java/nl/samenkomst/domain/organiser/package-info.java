@NullMarked
package nl.samenkomst.domain.organiser;

import org.jspecify.annotations.NullMarked;
