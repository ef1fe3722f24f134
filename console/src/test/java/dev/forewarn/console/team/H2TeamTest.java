package dev.forewarn.console.team;

import dev.forewarn.console.TestDatabase;

class H2TeamTest extends TeamContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
