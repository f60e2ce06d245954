/** Lets other people's linters read what we write. */
@NullMarked
package nl.samenkomst.linters;

import org.jspecify.annotations.NullMarked;
