package dev.forewarn.console.audit;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps what people did, and tells those who may ask. */
@Component
public class Deeds {

    private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final AuditSettings settings;
    private final Clock clock;

    Deeds(JdbcClient jdbc, AuditSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param account empty for all
     * @param action empty for all
     * @param outcome empty for all
     * @param page from 1
     * @param size at most 500
     */
    public record Wanted(String account, String action, String outcome, int page, int size) {
        public Wanted {
            if (page < 1 || size < 1 || size > MOST) {
                throw new BadRequest(
                        "page is at least 1 and size lies in [1, " + MOST + "]; got " + page + " and " + size);
            }
        }
    }

    /** Keeps one. While the database is away it stands in the console's log instead. */
    void keep(Deed deed) {
        try {
            int unused = jdbc.sql(
                            "INSERT INTO deed (done_at, account, roles, address, action, subject, outcome, detail)"
                                    + " VALUES (:at, :account, :roles, :address, :action, :subject, :outcome, :detail)")
                    .param("at", Columns.value(deed.at()))
                    .param("account", deed.account())
                    .param("roles", deed.roles())
                    .param("address", deed.address())
                    .param("action", deed.action())
                    .param("subject", deed.subject())
                    .param("outcome", deed.outcome())
                    .param("detail", deed.detail())
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("the database does not take {}: {}", deed, e.getMessage());
        }
    }

    /** The newest first. */
    public Page<Deed> find(Viewer viewer, Wanted wanted) {
        viewer.require(Right.AUDIT);
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        Map.of("account", wanted.account(), "action", wanted.action(), "outcome", wanted.outcome())
                .forEach((column, value) -> {
                    if (!value.isBlank()) {
                        conditions.add(column + " = :" + column);
                        values.put(column, value.strip());
                    }
                });
        String where = " FROM deed WHERE " + String.join(" AND ", conditions);
        long total = jdbc.sql("SELECT COUNT(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Deed> rows = jdbc.sql("SELECT *" + where + " ORDER BY id DESC LIMIT :most OFFSET :from")
                .params(values)
                .param("most", wanted.size())
                .param("from", (long) (wanted.page() - 1) * wanted.size())
                .query((row, number) -> new Deed(
                        Columns.instant(row, "done_at"),
                        Columns.text(row, "account"),
                        Columns.text(row, "roles"),
                        Columns.text(row, "address"),
                        Columns.text(row, "action"),
                        Columns.text(row, "subject"),
                        Columns.text(row, "outcome"),
                        Columns.text(row, "detail")))
                .list();
        return new Page<>(rows, wanted.page(), wanted.size(), total);
    }

    @Scheduled(initialDelay = 3_900_000, fixedDelay = 86_400_000)
    void forget() {
        int rows = jdbc.sql("DELETE FROM deed WHERE done_at < :before")
                .param("before", Columns.value(clock.instant().minus(settings.keep())))
                .update();
        LOG.info("forgot {} deeds that are older than {}", rows, settings.keep());
    }
}
