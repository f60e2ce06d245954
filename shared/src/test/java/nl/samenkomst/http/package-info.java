@NullMarked
package nl.samenkomst.http;

import org.jspecify.annotations.NullMarked;
