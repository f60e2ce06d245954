/** The organiser's pages. */
@NullMarked
package nl.samenkomst.organise;

import org.jspecify.annotations.NullMarked;
