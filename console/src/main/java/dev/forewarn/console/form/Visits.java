package dev.forewarn.console.form;

import dev.forewarn.avro.Event;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.Alerts;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import dev.forewarn.console.entity.Entities;
import dev.forewarn.console.entity.EntityDetail;
import dev.forewarn.console.message.AlertMessage;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.step.Actors;
import dev.forewarn.console.step.FactLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Visits: drafts, which are their author's alone, and recording them. Only who may inspect begins or records one,
 * within their domains, divisions and grids; a grid officer may not.
 */
@Component
public class Visits {

    private static final int MOST = 200;
    private static final int LONGEST_ANSWER = 2_000;
    private static final int MOST_ANSWERS = 2_000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Entities entities;
    private final Alerts alerts;
    private final FactLog log;
    private final Actors actors;
    private final ConsoleSettings settings;
    private final Clock clock;

    Visits(
            JdbcClient jdbc,
            Forms forms,
            Entities entities,
            Alerts alerts,
            FactLog log,
            Actors actors,
            ConsoleSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.entities = entities;
        this.alerts = alerts;
        this.log = log;
        this.actors = actors;
        this.settings = settings;
        this.clock = clock;
    }

    /** The person's own, drafts first, then the newest. */
    public List<Visit> own(Viewer viewer) {
        viewer.require(Right.INSPECT);
        return jdbc.sql("SELECT * FROM visit WHERE account = :account"
                        + " ORDER BY CASE WHEN state = 'DRAFT' THEN 0 ELSE 1 END, changed_at DESC LIMIT " + MOST)
                .param("account", viewer.id())
                .query((row, number) -> visit(row))
                .list();
    }

    /** One of the person's own. */
    public Optional<Visit> find(Viewer viewer, String id) {
        viewer.require(Right.INSPECT);
        return jdbc.sql("SELECT * FROM visit WHERE visit_id = :id AND account = :account")
                .param("id", id)
                .param("account", viewer.id())
                .query((row, number) -> visit(row))
                .optional();
    }

    /** The checklists that a visit fills, as far as they are the person's. */
    public List<Form> forms(Viewer viewer, Visit visit) {
        return visit.forms().stream()
                .flatMap(name -> forms.named(viewer, name).stream())
                .toList();
    }

    /**
     * Begins a draft.
     *
     * @param alert number of the alert that is its basis; empty if a plan is
     * @throws BadRequest if there is no such business or checklist for this person
     */
    public Visit begin(Viewer viewer, String entityId, List<String> names, String alert) {
        viewer.require(Right.INSPECT);
        EntityDetail entity = entity(viewer, entityId.strip());
        for (String name : names) {
            if (forms.named(viewer, name).isEmpty()) {
                throw new BadRequest("there is no checklist '" + name + "' for you; there are "
                        + forms.of(viewer).stream().map(Form::form).toList());
            }
        }
        if (names.isEmpty()) {
            throw new BadRequest("a visit fills at least one checklist; name one or several");
        }
        Map<String, String> answers = new HashMap<>();
        answers.put("basis", alert.isBlank() ? "plan" : "alert");
        answers.put("basis-number", alert.strip());
        answers.put("kind", "routine");
        answers.put(
                "at",
                LocalDateTime.ofInstant(stamp(entity), settings.zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        Visit visit = new Visit(
                UUID.randomUUID().toString(),
                entityId.strip(),
                entity.assessment().entityName(),
                names.stream().distinct().toList(),
                answers,
                clock.instant(),
                null);
        jdbc.sql("INSERT INTO visit (visit_id, account, entity_id, entity_name, forms, answers, state, changed_at)"
                        + " VALUES (:id, :account, :entity, :name, :forms, :answers, 'DRAFT', :at)")
                .param("id", visit.id())
                .param("account", viewer.id())
                .param("entity", visit.entityId())
                .param("name", visit.entityName())
                .param("forms", String.join(",", visit.forms()))
                .param("answers", MAPPER.writeValueAsString(answers))
                .param("at", Columns.value(visit.changedAt()))
                .update();
        return visit;
    }

    /**
     * Keeps what was filled in; whether it is complete is not asked.
     *
     * @throws BadRequest if the visit was recorded already, or an answer is too long
     */
    public Visit keep(Viewer viewer, String id, Map<String, String> answers) {
        Visit visit = draft(viewer, id);
        if (answers.size() > MOST_ANSWERS) {
            throw new BadRequest("a visit has at most " + MOST_ANSWERS + " answers; got " + answers.size());
        }
        answers.forEach((field, answer) -> {
            if (answer.length() > LONGEST_ANSWER) {
                throw new BadRequest(field + " has at most " + LONGEST_ANSWER + " characters; got " + answer.length());
            }
        });
        Instant now = clock.instant();
        jdbc.sql("UPDATE visit SET answers = :answers, changed_at = :at WHERE visit_id = :id AND state = 'DRAFT'")
                .param("answers", MAPPER.writeValueAsString(answers))
                .param("at", Columns.value(now))
                .param("id", id)
                .update();
        return new Visit(visit.id(), visit.entityId(), visit.entityName(), visit.forms(), answers, now, null);
    }

    /** Throws a draft away. */
    public void discard(Viewer viewer, String id) {
        Visit visit = draft(viewer, id);
        jdbc.sql("DELETE FROM visit WHERE visit_id = :id AND state = 'DRAFT'")
                .param("id", visit.id())
                .update();
    }

    /**
     * Writes what a draft says to the log.
     *
     * @return the facts that it became
     * @throws BadVisit with all that is missing or wrong; it stays a draft
     * @throws dev.forewarn.console.step.StepRefused if the log cannot be reached; it stays a draft, and recording it
     *     again writes the same
     */
    public List<Event> record(Viewer viewer, String id) {
        Visit visit = draft(viewer, id);
        EntityDetail entity = entity(viewer, visit.entityId());
        Instant stamp = stamp(entity);
        List<Form> filled = forms(viewer, visit);
        VisitCheck check = new VisitCheck(visit, settings.zone(), stamp);
        List<VisitFault> faults = new ArrayList<>(check.faults(filled));
        if (visit.answer("basis").equals("alert") && !isAlertOf(viewer, visit)) {
            faults.add(new VisitFault("basis-number", "no-alert", visit.answer("basis-number")));
        }
        if (!faults.isEmpty()) {
            throw new BadVisit(faults);
        }
        List<Event> events = new VisitFacts(
                        visit,
                        Objects.requireNonNull(check.at()),
                        stamp,
                        settings.zone(),
                        number -> actors.hashOf("certificate " + number))
                .of(filled);
        log.write(events);
        jdbc.sql("UPDATE visit SET state = 'RECORDED', recorded_at = :at, changed_at = :at WHERE visit_id = :id")
                .param("at", Columns.value(clock.instant()))
                .param("id", id)
                .update();
        return events;
    }

    private boolean isAlertOf(Viewer viewer, Visit visit) {
        Optional<AlertMessage> alert = alerts.message(viewer, visit.answer("basis-number"));
        return alert.isPresent() && alert.get().entityId().equals(visit.entityId());
    }

    private Visit draft(Viewer viewer, String id) {
        Visit visit = find(viewer, id).orElseThrow(() -> new BadRequest("you have no visit " + id));
        if (!visit.isDraft()) {
            throw new BadRequest("the visit " + id + " was recorded at " + visit.recordedAt()
                    + "; what stands on the log is corrected by an event with a higher revision");
        }
        return visit;
    }

    private EntityDetail entity(Viewer viewer, String entityId) {
        return entities.find(viewer, entityId)
                .orElseThrow(() -> new BadRequest("there is no business '" + entityId + "' for you"));
    }

    /** Now, on the clock of the installation: history has its own. */
    private Instant stamp(EntityDetail entity) {
        return settings.clock() == ClockMode.WALL
                ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                : entity.assessment().at();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                Columns.text(row, "visit_id"),
                Columns.text(row, "entity_id"),
                row.getString("entity_name"),
                Columns.words(row, "forms"),
                MAPPER.readValue(Columns.text(row, "answers"), new TypeReference<Map<String, String>>() {}),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNull(row, "recorded_at"));
    }
}
