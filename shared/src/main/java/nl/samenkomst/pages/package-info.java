/** From the domain to pages for people: HTML without script, without a request to anybody else, in two languages. */
@NullMarked
package nl.samenkomst.pages;

import org.jspecify.annotations.NullMarked;
