package dev.forewarn.console.team;

import dev.forewarn.console.TestDatabase;

class PostgresTeamTest extends TeamContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
