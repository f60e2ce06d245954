@NullMarked
package nl.samenkomst.mailevents;

import org.jspecify.annotations.NullMarked;
