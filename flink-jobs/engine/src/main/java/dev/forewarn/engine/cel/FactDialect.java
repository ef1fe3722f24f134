package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.engine.document.Value;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Expressions over one fact: {@code severity, subject, subject_or_key, source, record_key}, {@code attr('x')} and
 * {@code attr_or_subject('x')} are texts, empty where the fact has none; {@code amount} and {@code num('x')} are
 * numbers, of which every comparison is false where the fact has none; {@code has_attr('x')} and {@code has_num('x')}
 * tell.
 */
public final class FactDialect {

    static final String ATTRIBUTE = "attr";
    static final String ATTRIBUTE_OR_SUBJECT = "attr_or_subject";
    static final String NUMBER = "num";
    static final String AMOUNT = "amount";

    private static final Dialect<Fact> DIALECT = Dialect.<Fact>named("row condition")
            .variable("severity", SimpleType.STRING, TextTerm.of(TextTerm.Kind.SEVERITY)::of)
            .variable("subject", SimpleType.STRING, TextTerm.of(TextTerm.Kind.SUBJECT)::of)
            .variable("subject_or_key", SimpleType.STRING, TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY)::of)
            .variable("source", SimpleType.STRING, TextTerm.of(TextTerm.Kind.SOURCE)::of)
            .variable("record_key", SimpleType.STRING, TextTerm.of(TextTerm.Kind.RECORD_KEY)::of)
            .variable(AMOUNT, SimpleType.DOUBLE, fact -> Numbers.toDouble(NumberTerm.AMOUNT.of(fact)))
            .term(
                    ATTRIBUTE,
                    SimpleType.STRING,
                    1,
                    1,
                    (fact, names) -> TextTerm.attribute(names.get(0)).of(fact))
            .term(
                    ATTRIBUTE_OR_SUBJECT,
                    SimpleType.STRING,
                    1,
                    1,
                    (fact, names) -> TextTerm.attributeOrSubject(names.get(0)).of(fact))
            .term(NUMBER, SimpleType.DOUBLE, 1, 1, (fact, names) -> Numbers.toDouble(fact.number(names.get(0))))
            .term("has_attr", SimpleType.BOOL, 1, 1, (fact, names) -> fact.attribute(names.get(0)) != null)
            .term(
                    "has_num",
                    SimpleType.BOOL,
                    1,
                    1,
                    (fact, names) -> !Double.isNaN(Numbers.toDouble(fact.number(names.get(0)))))
            .build();

    private FactDialect() {}

    /**
     * A condition.
     *
     * @param reads names of the attributes and numbers that it looks at
     */
    public record RowCondition(FactCondition condition, Set<String> reads) {

        /** Takes every fact. */
        public static final RowCondition ALWAYS = new RowCondition(FactCondition.ALWAYS, Set.of());

        public RowCondition {
            reads = Set.copyOf(reads);
        }
    }

    /** The condition that a value says; null if it has faults, which have been told. */
    public static @Nullable RowCondition condition(Value value) {
        Checked<Fact> checked = DIALECT.check(value, SimpleType.BOOL);
        if (checked == null || !Numbers.areExact(checked)) {
            return null;
        }
        FactCondition condition = new FactTrees(checked).of(checked.root());
        return condition == null ? null : new RowCondition(condition, reads(checked));
    }

    /** The same, all of it run as CEL: what a test compares the trees with. */
    static @Nullable FactCondition opaque(Value value) {
        Checked<Fact> checked = DIALECT.check(value, SimpleType.BOOL);
        Evaluation<Fact> evaluation = checked == null ? null : checked.evaluation();
        return evaluation == null ? null : new FactTrees.OpaqueFact(evaluation);
    }

    /** The number that a value names, such as {@code amount} or {@code num('units')}; null if it has faults. */
    public static @Nullable NumberTerm number(Value value) {
        Checked<Fact> checked = DIALECT.check(value, SimpleType.DOUBLE);
        NumberTerm number = checked == null ? null : FactTrees.number(checked.root());
        if (checked != null && number == null) {
            refuse(checked, "only 'amount' or a number such as num('x') can stand here, without operators");
        }
        return number;
    }

    /** The text that a value names, such as {@code subject} or {@code attr('batch')}; null if it has faults. */
    public static @Nullable TextTerm text(Value value) {
        Checked<Fact> checked = DIALECT.check(value, SimpleType.STRING);
        TextTerm text = checked == null ? null : FactTrees.text(checked.root());
        if (checked != null && text == null) {
            refuse(
                    checked,
                    "only severity, subject, subject_or_key, source, record_key, attr('x') or attr_or_subject('x') can stand here, "
                            + "without operators");
        }
        return text;
    }

    private static void refuse(Checked<Fact> checked, String rule) {
        CelExpr root = checked.root();
        checked.fault(root, rule + "; got an expression");
    }

    private static Set<String> reads(Checked<Fact> checked) {
        Set<String> reads = new TreeSet<>();
        checked.terms(checked.root()).forEach(term -> reads.addAll(Checked.namesOf(term)));
        return reads;
    }
}
