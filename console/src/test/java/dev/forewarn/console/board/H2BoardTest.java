package dev.forewarn.console.board;

import dev.forewarn.console.TestDatabase;

class H2BoardTest extends BoardContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
