@NullMarked
package nl.samenkomst.style;

import org.jspecify.annotations.NullMarked;
