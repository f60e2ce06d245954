/** The words that every part of the desk shares; knows {@code java.*} and nothing else. */
@NullMarked
package nl.samenkomst.domain;

import org.jspecify.annotations.NullMarked;
