/** The look of a desk, by name: colors, type and logo; independent of what is shown in it. */
@NullMarked
package nl.samenkomst.style;

import org.jspecify.annotations.NullMarked;
