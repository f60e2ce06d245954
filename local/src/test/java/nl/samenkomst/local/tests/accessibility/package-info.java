/** Pages and letters in a real browser: axe, keyboard, zoom, forced colors, screenshots. */
@NullMarked
package nl.samenkomst.local.tests.accessibility;

import org.jspecify.annotations.NullMarked;
