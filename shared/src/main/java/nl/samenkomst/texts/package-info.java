/** Texts for people, in each language: sentences by key, and days and hours as people say them. */
@NullMarked
package nl.samenkomst.texts;

import org.jspecify.annotations.NullMarked;
