package dev.forewarn.console.month;

import dev.forewarn.console.TestDatabase;

class H2MonthTest extends MonthContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
