/** Holds the template, settings, events, permissions, documents and build to the code. */
@NullMarked
package nl.samenkomst.local.tests.template;

import org.jspecify.annotations.NullMarked;
