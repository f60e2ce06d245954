/** Writes the organiser's list as an Excel workbook; only manage-sessions has the library for it in its zip. */
@NullMarked
package nl.samenkomst.xlsx;

import org.jspecify.annotations.NullMarked;
