/** The desk's URLs: builds each in one place, and reads back their parameters. Knows no page and no letter. */
@NullMarked
package nl.samenkomst.urls;

import org.jspecify.annotations.NullMarked;
