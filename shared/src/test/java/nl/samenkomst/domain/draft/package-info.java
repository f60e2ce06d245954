@NullMarked
package nl.samenkomst.domain.draft;

import org.jspecify.annotations.NullMarked;
