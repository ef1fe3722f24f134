package dev.forewarn.console.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.console.query.BadRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardFilterTest {

    @Test
    void anAddressSaysWhatTheFilterIs() {
        BoardFilter filter = BoardFilter.of(Map.of(
                "level",
                List.of("red", "orange"),
                "family",
                List.of("lead"),
                "text",
                List.of("a&b 店"),
                "sort",
                List.of("newest"),
                "page",
                List.of("3")));
        assertThat(filter.query())
                .isEqualTo("?level=red&level=orange&family=lead&text=a%26b+%E5%BA%97&sort=newest&page=3");
        assertThat(BoardFilter.of(Map.of()).query()).isEmpty();
    }

    @Test
    void whatCannotBeIsToldWithWhatCould() {
        assertThatThrownBy(() -> BoardFilter.of(Map.of("level", List.of("purple"))))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("red")
                .hasMessageContaining("purple");
        assertThatThrownBy(() -> BoardFilter.of(Map.of("page", List.of("0"))))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("1 to");
    }
}
