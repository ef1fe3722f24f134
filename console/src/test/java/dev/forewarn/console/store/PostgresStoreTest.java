package dev.forewarn.console.store;

import dev.forewarn.console.TestDatabase;

class PostgresStoreTest extends StoreContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
