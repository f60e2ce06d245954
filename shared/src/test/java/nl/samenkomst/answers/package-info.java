@NullMarked
package nl.samenkomst.answers;

import org.jspecify.annotations.NullMarked;
