@NullMarked
package nl.samenkomst.stream;

import org.jspecify.annotations.NullMarked;
