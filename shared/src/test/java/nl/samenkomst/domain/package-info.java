@NullMarked
package nl.samenkomst.domain;

import org.jspecify.annotations.NullMarked;
