package dev.forewarn.console.query;

import dev.forewarn.console.access.Scope;
import dev.forewarn.core.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions of a query with their values. The scope of who asks is put in here and nowhere else: a query begins with
 * one of the methods whose names begin with {@code on}.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values;

    private Conditions() {
        this(new HashMap<>());
    }

    /** Of a query within another, whose values it shares. */
    private Conditions(Map<String, Object> values) {
        this.values = values;
    }

    /** On {@code alert a}: those that are within the scope. */
    public static Conditions onAlerts(Scope scope) {
        return new Conditions().alerts(scope);
    }

    private Conditions alerts(Scope scope) {
        anyOf(
                scope.domains(),
                "EXISTS (SELECT 1 FROM alert_domain d WHERE d.alert_id = a.alert_id AND d.domain IN (:%s))");
        place("a", scope);
        return this;
    }

    /** On {@code assessment e}: businesses within the scope. */
    public static Conditions onEntities(Scope scope) {
        return new Conditions().entities(scope);
    }

    private Conditions entities(Scope scope) {
        anyOf(
                scope.domains(),
                "EXISTS (SELECT 1 FROM standing d WHERE d.entity_id = e.entity_id AND d.domain IN (:%s))");
        place("e", scope);
        return this;
    }

    /**
     * On {@code reject r}: steps about alerts within the scope, and inputs of businesses within it. What names neither
     * is seen by those without a bound.
     */
    public static Conditions onRejects(Scope scope) {
        Conditions where = new Conditions();
        if (scope.isBounded()) {
            Conditions alerts = new Conditions(where.values).alerts(scope).and("a.alert_id = r.alert_id");
            Conditions entities = new Conditions(where.values).entities(scope).and("e.entity_id = r.entity_id");
            where.and("(EXISTS (SELECT 1 FROM alert a" + alerts.clause() + ") OR (r.alert_id IS NULL AND EXISTS"
                    + " (SELECT 1 FROM assessment e" + entities.clause() + ")))");
        }
        return where;
    }

    /** On {@code webhook_delivery w}: what tells of alerts within the scope. */
    public static Conditions onDeliveries(Scope scope) {
        Conditions where = new Conditions();
        if (scope.isBounded()) {
            Conditions alerts = new Conditions(where.values).alerts(scope).and("a.alert_id = w.alert_id");
            where.and("EXISTS (SELECT 1 FROM alert a" + alerts.clause() + ")");
        }
        return where;
    }

    /** On {@code monthly_class m}: classes of businesses that are within the scope by what that month says of them. */
    public static Conditions onMonths(Scope scope) {
        Conditions where = new Conditions();
        where.anyOf(
                scope.domains(),
                "EXISTS (SELECT 1 FROM monthly_class d WHERE d.entity_id = m.entity_id"
                        + " AND d.class_month = m.class_month AND d.domain IN (:%s))");
        where.place("m", scope);
        return where;
    }

    /** On {@code shadow_alert a}: those that are within the scope. */
    public static Conditions onShadowAlerts(Scope scope) {
        Conditions where = new Conditions();
        if (!scope.domains().isEmpty()) {
            where.and(where.namesDomain("a.domains", scope));
        }
        where.place("a", scope);
        return where;
    }

    /**
     * On {@code fact f} of a business within the scope: its profile, what names a domain of the scope, and what is
     * cited.
     *
     * @param cited type and kept key, with a blank between
     */
    public static Conditions onFacts(Scope scope, Collection<String> cited) {
        Conditions where = new Conditions();
        if (!scope.domains().isEmpty()) {
            String own = where.namesDomain("f.domains", scope);
            String name = "p" + where.values.size();
            where.values.put(name, cited.isEmpty() ? List.of("") : List.copyOf(cited));
            where.and("(f.fact_type = '" + Event.PROFILE + "' OR " + own + " OR f.fact_type || ' ' || f.kept_key IN (:"
                    + name + "))");
        }
        return where;
    }

    /** That a column of several domains names one of the scope's. */
    private String namesDomain(String column, Scope scope) {
        List<String> each = new ArrayList<>();
        for (String domain : scope.domains()) {
            String name = "p" + values.size();
            values.put(name, "%," + literal(domain) + ",%");
            each.add("',' || " + column + " || ',' LIKE :" + name + " ESCAPE '!'");
        }
        return "(" + String.join(" OR ", each) + ")";
    }

    private void place(String table, Scope scope) {
        within(table + ".division", scope.divisions());
        anyOf(scope.grids(), table + ".grid IN (:%s)");
    }

    /** Adds a condition that needs no value. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with one value, for which {@code %s} stands in it. */
    public Conditions and(String condition, Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        conditions.add(condition.replace("%s", name));
        return this;
    }

    /** Adds a condition on a list of values, unless it is empty. */
    public Conditions anyOf(Collection<?> any, String condition) {
        return any.isEmpty() ? this : and(condition, List.copyOf(any));
    }

    /** Adds that a code begins with one of these. */
    public Conditions within(String column, Collection<String> codes) {
        if (!codes.isEmpty()) {
            List<String> each = new ArrayList<>();
            for (String code : codes) {
                String name = "p" + values.size();
                values.put(name, literal(code) + "%");
                each.add(column + " LIKE :" + name + " ESCAPE '!'");
            }
            conditions.add("(" + String.join(" OR ", each) + ")");
        }
        return this;
    }

    /** Adds that a text stands in a column that is kept in lower case. */
    public Conditions contains(String column, String text) {
        return and(column + " LIKE :%s ESCAPE '!'", "%" + literal(text.toLowerCase(java.util.Locale.ROOT)) + "%");
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The conditions as a clause, with a blank before it; empty if there are none. */
    public String clause() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The values by the names under which the clause has them. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
