@NullMarked
package nl.samenkomst.urls;

import org.jspecify.annotations.NullMarked;
