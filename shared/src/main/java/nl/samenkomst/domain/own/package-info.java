/** What people do by their own link: see, change, cancel, erase, attend. */
@NullMarked
package nl.samenkomst.domain.own;

import org.jspecify.annotations.NullMarked;
