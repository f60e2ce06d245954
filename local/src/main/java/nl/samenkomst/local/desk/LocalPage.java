package nl.samenkomst.local.desk;

import org.jspecify.annotations.Nullable;

/**
 * The parts that all pages of the local desk have in common.
 *
 * @param style name of the house style
 * @param logo an SVG element; null if the style has none
 */
public record LocalPage(String style, @Nullable String logo) {}
