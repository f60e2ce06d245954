/** Use cases of a person's own link: see, change, cancel, erase, attend. */
@NullMarked
package nl.samenkomst.domain.own;

import org.jspecify.annotations.NullMarked;
