package dev.forewarn.core.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the life of alerts may ask about the rules and one entity on the present day. */
public interface RuleView {

    /** All conditions that hold, one per rule and subject, sorted. */
    List<Holding> holdings();

    /** The level that an open alert keeps, its margin or clear condition considered; null if it keeps none. */
    @Nullable
    Level kept(AlertState open);

    /** Whether the condition of an open alert held on the day of its opening, on the facts as now known. */
    boolean heldAtOpening(AlertState open);

    /** The terms of a rule; null if the catalogue in force has no such rule. */
    @Nullable
    RuleTerms terms(String ruleId);

    /** What the condition rests on now. */
    Evidence evidence(String ruleId, String subject);

    /** Whom an alert on such evidence concerns: domains, at least one. */
    List<String> domains(String ruleId, String subject, Evidence evidence);

    /** What an alert rested on when it last changed, as far as it is still kept. */
    Evidence keptEvidence(AlertState alert);

    /** The class that a new alert is measured against; empty unless the rule is a crossing or a projection. */
    String reference(String ruleId, String subject);

    /** Whether the business has been struck off the register. */
    boolean isDeregistered();
}
