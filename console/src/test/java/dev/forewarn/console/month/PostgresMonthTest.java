package dev.forewarn.console.month;

import dev.forewarn.console.TestDatabase;

class PostgresMonthTest extends MonthContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
