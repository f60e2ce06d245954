/** Tests letters by reading them with third-party parsers. */
@NullMarked
package nl.samenkomst.letters;

import org.jspecify.annotations.NullMarked;
