/** Wires the parts together; the only package that knows all of them and that reads the environment. */
@NullMarked
package nl.samenkomst;

import org.jspecify.annotations.NullMarked;
