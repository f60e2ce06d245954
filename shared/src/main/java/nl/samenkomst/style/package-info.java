/** What a desk looks like: colours, type and logo, by name; knows nothing of what is shown in them. */
@NullMarked
package nl.samenkomst.style;

import org.jspecify.annotations.NullMarked;
