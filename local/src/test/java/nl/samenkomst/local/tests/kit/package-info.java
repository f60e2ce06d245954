/** Fixtures and instruments that topics share: a desk, a browser, a fresh table, sample gatherings. */
@NullMarked
package nl.samenkomst.local.tests.kit;

import org.jspecify.annotations.NullMarked;
