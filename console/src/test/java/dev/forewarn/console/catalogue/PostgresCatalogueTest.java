package dev.forewarn.console.catalogue;

import dev.forewarn.console.TestDatabase;

class PostgresCatalogueTest extends CatalogueContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
