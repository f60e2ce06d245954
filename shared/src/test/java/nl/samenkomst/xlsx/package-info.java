@NullMarked
package nl.samenkomst.xlsx;

import org.jspecify.annotations.NullMarked;
