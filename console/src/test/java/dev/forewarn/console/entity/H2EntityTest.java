package dev.forewarn.console.entity;

import dev.forewarn.console.TestDatabase;

class H2EntityTest extends EntityContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
