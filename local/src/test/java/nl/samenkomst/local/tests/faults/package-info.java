/** What stays true when calls fail, processes crash, and many people sign up at once. */
@NullMarked
package nl.samenkomst.local.tests.faults;

import org.jspecify.annotations.NullMarked;
