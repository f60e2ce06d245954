/** The organiser's pages, called as a browser would. */
@NullMarked
package nl.samenkomst.local.tests.organise;

import org.jspecify.annotations.NullMarked;
