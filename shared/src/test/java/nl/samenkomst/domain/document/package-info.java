@NullMarked
package nl.samenkomst.domain.document;

import org.jspecify.annotations.NullMarked;
