package dev.forewarn.console.entity;

import dev.forewarn.console.TestDatabase;

class PostgresEntityTest extends EntityContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
