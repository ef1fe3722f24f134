package dev.forewarn.console.board;

import dev.forewarn.console.TestDatabase;

class PostgresBoardTest extends BoardContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
