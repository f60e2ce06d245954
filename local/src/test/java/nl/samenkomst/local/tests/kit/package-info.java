/** What the tests of the whole share: a desk, a browser, a fresh table, sample gatherings and instruments. */
@NullMarked
package nl.samenkomst.local.tests.kit;

import org.jspecify.annotations.NullMarked;
