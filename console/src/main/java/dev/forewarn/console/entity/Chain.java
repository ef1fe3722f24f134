package dev.forewarn.console.entity;

import dev.forewarn.console.alert.AlertDetail.Paper;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.message.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a warning: the class that confirmed it, the case that was filed on it, the sanction in that case.
 *
 * @param classifiedAt when the class of a month confirmed it; null if none did
 * @param caseNumber empty if no case is known
 * @param cases the filings of cases that name the alert, or have the number that its feedback has
 * @param sanctions decisions that name the alert or the case
 */
public record Chain(
        BoardRow alert, @Nullable Instant classifiedAt, String caseNumber, List<Paper> cases, List<Paper> sanctions) {

    private static final String CASE = "case.filed";
    private static final Set<String> SANCTIONS = Set.of(
            "penalty.decided",
            "licence.revoked",
            "business-licence.revoked",
            "serious.listed",
            "coercive-measure.taken");

    public Chain {
        cases = List.copyOf(cases);
        sanctions = List.copyOf(sanctions);
    }

    /** A fact with the names by which it points at others. */
    private record Link(Paper paper, String alertId, String caseNumber) {

        static Link of(Paper paper) {
            Map<String, String> attributes = Messages.attributes(paper.message());
            return new Link(paper, attributes.getOrDefault("alert_id", ""), attributes.getOrDefault("case", ""));
        }
    }

    static List<Chain> of(List<BoardRow> alerts, Map<String, Instant> classified, List<Paper> facts) {
        List<Link> links = facts.stream()
                .filter(fact -> fact.type().equals(CASE) || SANCTIONS.contains(fact.type()))
                .filter(fact -> !fact.op().equals("RETRACT"))
                .map(Link::of)
                .toList();
        List<Chain> chains = new ArrayList<>();
        for (BoardRow alert : alerts) {
            Chain chain = of(alert, classified.get(alert.alertId()), links);
            if (chain.classifiedAt() != null
                    || !chain.caseNumber().isEmpty()
                    || !chain.sanctions().isEmpty()) {
                chains.add(chain);
            }
        }
        chains.sort(
                Comparator.comparing((Chain chain) -> chain.alert().openedAt()).reversed());
        return chains;
    }

    private static Chain of(BoardRow alert, @Nullable Instant classifiedAt, List<Link> links) {
        List<Paper> cases = links.stream()
                .filter(link -> link.paper().type().equals(CASE))
                .filter(link -> link.alertId().equals(alert.alertId())
                        || link.paper().recordKey().equals(alert.caseNumber()))
                .map(Link::paper)
                .toList();
        String number =
                alert.caseNumber().isEmpty() && !cases.isEmpty() ? cases.get(0).recordKey() : alert.caseNumber();
        List<Paper> sanctions = links.stream()
                .filter(link -> SANCTIONS.contains(link.paper().type()))
                .filter(link -> link.alertId().equals(alert.alertId())
                        || (!number.isEmpty() && link.caseNumber().equals(number)))
                .map(Link::paper)
                .toList();
        return new Chain(alert, classifiedAt, number, cases, sanctions);
    }
}
