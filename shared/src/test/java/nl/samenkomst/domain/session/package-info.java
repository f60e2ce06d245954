@NullMarked
package nl.samenkomst.domain.session;

import org.jspecify.annotations.NullMarked;
