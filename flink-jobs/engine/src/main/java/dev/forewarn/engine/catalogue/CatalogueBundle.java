package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Catalogue;

/**
 * A catalogue as it is published: all of its files as one text, and what they say.
 *
 * @param text reads back as the same catalogue, the same version included
 */
public record CatalogueBundle(String text, Catalogue catalogue) {

    /** Hash of the content: 16 hex digits. */
    public String version() {
        return catalogue.version();
    }
}
