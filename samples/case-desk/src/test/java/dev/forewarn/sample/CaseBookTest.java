package dev.forewarn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Handling;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseBookTest {

    private static final byte[] FIRST = {(byte) 0xC3, 1, 9};
    private static final byte[] SECOND = {(byte) 0xC3, 1, 10};

    @TempDir
    Path folder;

    private String url = "";

    @BeforeEach
    void nameTheDatabase() {
        url = "jdbc:h2:file:" + folder.resolve("cases").toAbsolutePath();
    }

    @Test
    void onlyAHigherRevisionIsNews() throws SQLException {
        try (CaseBook book = CaseBook.open(url)) {
            assertThat(book.keep(alert(10), SECOND)).isTrue();
            assertThat(book.keep(alert(10), SECOND)).isFalse();
            assertThat(book.keep(alert(9), FIRST)).isFalse();
            assertThat(book.unanswered()).containsExactly(SECOND);
        }
    }

    @Test
    void whatIsAnsweredComesBackWithTheNextRevision() throws SQLException {
        try (CaseBook book = CaseBook.open(url)) {
            assertThat(book.keep(alert(9), FIRST)).isTrue();
            book.answered(alert(9));
            assertThat(book.unanswered()).isEmpty();
            assertThat(book.keep(alert(10), SECOND)).isTrue();
            assertThat(book.unanswered()).containsExactly(SECOND);
        }
    }

    @Test
    void alertsAndPlacesAreKeptTogetherOrNotAtAll() throws SQLException {
        try (CaseBook book = CaseBook.open(url)) {
            book.keep(alert(9), FIRST);
            book.moveTo("cases-0", 8);
            book.database().commit();
            book.keep(alert(10), SECOND);
            book.moveTo("cases-0", 9);
        }
        try (CaseBook book = CaseBook.open(url)) {
            assertThat(book.place("cases-0")).isEqualTo(8);
            assertThat(book.place("cases-1")).isZero();
            assertThat(book.unanswered()).containsExactly(FIRST);
        }
    }

    private static Alert alert(int revision) {
        Alert alert = new Alert();
        alert.setAlertId("a");
        alert.setRevision(revision);
        alert.setHandling(Handling.NEW);
        return alert;
    }
}
