package dev.forewarn.console.store;

import dev.forewarn.console.TestDatabase;

class H2StoreTest extends StoreContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
