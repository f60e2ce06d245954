@NullMarked
package nl.samenkomst.responses;

import org.jspecify.annotations.NullMarked;
