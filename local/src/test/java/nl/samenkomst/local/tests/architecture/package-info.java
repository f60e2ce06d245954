/** Tests that each package depends only on the packages it may, and that the rules find a class that breaks them. */
@NullMarked
package nl.samenkomst.local.tests.architecture;

import org.jspecify.annotations.NullMarked;
