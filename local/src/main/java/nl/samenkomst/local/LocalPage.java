package nl.samenkomst.local;

import org.jspecify.annotations.Nullable;

/**
 * What every page of the local desk has around it.
 *
 * @param style the name of the house style that it stands in
 * @param logo an SVG element; null where the style has none
 */
public record LocalPage(String style, @Nullable String logo) {}
