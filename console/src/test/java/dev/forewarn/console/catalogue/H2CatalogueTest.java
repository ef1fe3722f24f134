package dev.forewarn.console.catalogue;

import dev.forewarn.console.TestDatabase;

class H2CatalogueTest extends CatalogueContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
