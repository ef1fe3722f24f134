package dev.forewarn.console.organisation;

import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.message.AlertMessage;
import dev.forewarn.console.message.Levels;
import dev.forewarn.console.message.Messages;
import dev.forewarn.console.organisation.Organisation.Climb;
import dev.forewarn.console.organisation.Organisation.Escalation;
import dev.forewarn.console.organisation.Organisation.Person;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.step.Actors;
import dev.forewarn.console.store.Upsert;
import dev.forewarn.console.webhook.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes on alerts that nobody has accepted, step by step, again and again if the step says so. Each time is noted
 * once, together with its messages, whatever crashes and however many consoles there are. The time counts from when the
 * console first knew that the alert waits: that it is of the level and not accepted, or not any more. So an outage or a
 * first start does not climb past those on duty, and an alert that turns red or is returned begins at the first step.
 */
@Component
class Escalations {

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Upsert ESCALATION = Upsert.into("escalation")
            .key("alert_id", "VARCHAR")
            .key("since_revision", "INT")
            .key("step_no", "INT")
            .key("repeat_no", "INT")
            .texts("addressee", "person_hash")
            .numbers("hooks")
            .instants("escalated_at")
            .orKeep();

    private static final String NOT_ACCEPTED = "handling IN ('NEW', 'RETURNED', 'CONTESTED')";

    /** Alerts that wait, with the first revision since they do, and the last that somebody had accepted. */
    private static final String WAITING = "SELECT a.alert_id, a.message,"
            + " (SELECT MIN(b.revision) FROM alert_transition b WHERE b.alert_id = a.alert_id AND b.revision > COALESCE("
            + "(SELECT MAX(c.revision) FROM alert_transition c WHERE c.alert_id = a.alert_id"
            + " AND NOT (c." + NOT_ACCEPTED + " AND c.level_rank IN (:ranks))), -1)) AS since_revision,"
            + " (SELECT d.message FROM alert_transition d WHERE d.alert_id = a.alert_id AND d.revision ="
            + " (SELECT MAX(e.revision) FROM alert_transition e WHERE e.alert_id = a.alert_id"
            + " AND NOT e." + NOT_ACCEPTED + ")) AS accepted"
            + " FROM alert a WHERE a.is_open AND a." + NOT_ACCEPTED + " AND a.level_rank IN (:ranks)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Organisation organisation;
    private final Outbox outbox;
    private final Actors actors;
    private final ConsoleSettings settings;
    private final Clock clock;

    Escalations(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Organisation organisation,
            Outbox outbox,
            Actors actors,
            ConsoleSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
        this.outbox = outbox;
        this.actors = actors;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An alert that nobody has accepted.
     *
     * @param sinceRevision the first revision of this time that it waits
     * @param knownSince when this console first knew of that one
     * @param missedBefore deadlines that were missed before somebody had it last
     */
    private record Unaccepted(AlertMessage alert, int sinceRevision, Instant knownSince, int missedBefore) {

        boolean isOverdue() {
            return alert.missedDeadlines() > missedBefore;
        }
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 15_000)
    void run() {
        Escalation escalation = organisation.escalation();
        if (escalation == null) {
            return;
        }
        try {
            for (Unaccepted one : unaccepted(escalation)) {
                for (int step = 0; step < escalation.steps().size(); step++) {
                    climb(one, step, escalation.steps().get(step));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("escalation waits for the database: {}", e.getMessage());
        }
    }

    private List<Unaccepted> unaccepted(Escalation escalation) {
        return JdbcClient.create(jdbc)
                .sql("SELECT w.message, w.since_revision, w.accepted, t.stored_at AS known FROM (" + WAITING
                        + ") w JOIN alert_transition t ON t.alert_id = w.alert_id AND t.revision = w.since_revision")
                .param(
                        "ranks",
                        Objects.requireNonNull(escalation.levels()).stream()
                                .map(Levels::rank)
                                .toList())
                .query((row, number) -> new Unaccepted(
                        Messages.alert(Columns.text(row, "message")),
                        row.getInt("since_revision"),
                        Columns.instant(row, "known"),
                        row.getString("accepted") == null
                                ? 0
                                : Messages.alert(Columns.text(row, "accepted")).missedDeadlines()))
                .list();
    }

    private void climb(Unaccepted one, int step, Climb climb) {
        Instant now = clock.instant();
        Duration late = Duration.between(one.knownSince().plus(climb.after()), now);
        boolean isOverdue = Boolean.TRUE.equals(climb.overdue()) && one.isOverdue();
        if (late.isNegative() && !isOverdue) {
            return;
        }
        // Repeats that were missed while the console was away are not made up for.
        int repeat = climb.every() == null || late.isNegative() ? 0 : (int) late.dividedBy(climb.every());
        transaction.executeWithoutResult(status -> pass(one, step, repeat, climb, now));
    }

    private void pass(Unaccepted one, int step, int repeat, Climb climb, Instant now) {
        AlertMessage alert = one.alert();
        String addressee = climb.to().name().toLowerCase(java.util.Locale.ROOT);
        String personId = organisation
                .person(climb.to(), LocalDate.ofInstant(now, settings.zone()))
                .orElse(null);
        String hash = personId == null ? null : actors.hashOf(personId);
        // Noted first: of two consoles, or after a crash, who finds the note leaves it at that.
        boolean isNews = ESCALATION
                .write(jdbc, List.<Object[]>of(row(one, step, repeat, addressee, hash, now)))
                .get(0);
        if (!isNews) {
            return;
        }
        Person person = personId == null
                ? null
                : Objects.requireNonNull(organisation.people()).get(personId);
        int hooks = outbox.escalate(
                escalated(one, step, repeat, addressee, hash, person),
                climb.hooks() == null ? java.util.Set.of() : climb.hooks(),
                now);
        jdbc.update(
                "UPDATE escalation SET hooks = ? WHERE alert_id = ? AND since_revision = ? AND step_no = ?"
                        + " AND repeat_no = ?",
                hooks,
                alert.alertId(),
                one.sinceRevision(),
                step,
                repeat);
        LOG.info("alert {} is passed to {}, step {} time {}", alert.alertId(), addressee, step + 1, repeat + 1);
    }

    private static @Nullable Object[] row(
            Unaccepted one, int step, int repeat, String addressee, @Nullable String hash, Instant now) {
        return new Object[] {one.alert().alertId(), one.sinceRevision(), step, repeat, addressee, hash, 0, now};
    }

    private Outbox.Escalated escalated(
            Unaccepted one, int step, int repeat, String addressee, @Nullable String hash, @Nullable Person person) {
        AlertMessage alert = one.alert();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("alert_id", alert.alertId());
        values.put("revision", Integer.toString(alert.revision()));
        values.put("level", alert.level().name());
        values.put("rule", alert.rule());
        values.put("rule_zh", alert.ruleNameZh());
        values.put("rule_en", alert.ruleNameEn());
        values.put("entity_id", alert.entityId());
        values.put("entity_name", alert.entityName() == null ? alert.entityId() : alert.entityName());
        values.put("text_zh", alert.textZh());
        values.put("text_en", alert.textEn());
        values.put("step", Integer.toString(step + 1));
        values.put("time", Integer.toString(repeat + 1));
        values.put("addressee", addressee);
        values.put("person", hash == null ? "" : hash);
        values.put("contact", person == null || person.contact() == null ? "" : person.contact());
        values.put(
                "unit",
                organisation
                        .unitFor(alert.domains(), alert.division(), alert.grid())
                        .orElse(""));
        return new Outbox.Escalated(
                "escalation-" + alert.alertId() + "-" + one.sinceRevision() + "-" + step + "-" + repeat,
                alert.alertId(),
                alert.revision(),
                alert.level(),
                alert.domains(),
                MAPPER.writeValueAsString(values),
                values);
    }
}
