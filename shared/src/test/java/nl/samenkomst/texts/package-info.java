@NullMarked
package nl.samenkomst.texts;

import org.jspecify.annotations.NullMarked;
