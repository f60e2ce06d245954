@NullMarked
package nl.samenkomst.domain.evaluation;

import org.jspecify.annotations.NullMarked;
