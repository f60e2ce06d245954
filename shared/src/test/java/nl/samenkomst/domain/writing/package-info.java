@NullMarked
package nl.samenkomst.domain.writing;

import org.jspecify.annotations.NullMarked;
