package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.plan.Chance.Basis;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Draws the businesses of a month: a systematic sample from an order that the lot has made, stratum by stratum. The
 * businesses stand one behind the other, each as long as its probability; a mark is set at the start and after each
 * whole visit from there; who is hit is visited. So each is visited with exactly its probability, the number of visits
 * is the sum of the probabilities (up to one), and that of each stratum too. The order in which businesses are given
 * plays no part.
 */
final class Draw {

    private static final Comparator<Ticket> ORDER = Comparator.comparing((Ticket ticket) -> ticket.chance.basis())
            .thenComparing(ticket -> ticket.chance.stratum())
            .thenComparingLong(Ticket::number)
            .thenComparing(ticket -> ticket.business.entityId());

    private final Chances chances;
    private final Lot lot;
    private final YearMonth month;
    private final Function<String, Visits> visits;

    /** @param visits the visits at a business, by its id */
    Draw(Chances chances, Lot lot, YearMonth month, Function<String, Visits> visits) {
        this.chances = chances;
        this.lot = lot;
        this.month = month;
        this.visits = visits;
    }

    /** A business before it is drawn. */
    private record Ticket(Business business, Chance chance, long number) {}

    /**
     * All businesses in the order of the draw: those of the lot first, then the certain and the left out.
     *
     * @param wanted how many visits in all, the certain ones included; empty for what the ratios give
     * @throws Refusal if so many are not possible
     */
    List<Line> lines(List<Business> businesses, OptionalInt wanted) {
        List<Ticket> tickets = new ArrayList<>();
        for (Business business : businesses) {
            tickets.add(
                    new Ticket(business, chances.of(business, visits.apply(business.entityId())), lot.of(business)));
        }
        tickets.sort(ORDER);
        List<Ticket> drawn = tickets.stream()
                .filter(ticket -> ticket.chance.basis() == Basis.DRAW)
                .toList();
        int[] probabilities = probabilities(drawn, tickets, wanted);
        int start = lot.start();
        List<Line> lines = new ArrayList<>();
        long upTo = 0;
        for (int i = 0; i < drawn.size(); i++) {
            long before = upTo;
            upTo += probabilities[i];
            boolean isHit = marks(upTo, start) > marks(before, start);
            lines.add(line(drawn.get(i), probabilities[i], upTo, isHit));
        }
        for (Ticket ticket : tickets.subList(drawn.size(), tickets.size())) {
            boolean isCertain = ticket.chance.basis().isCertain();
            lines.add(line(ticket, ticket.chance.ratio(), 0, isCertain));
        }
        return lines;
    }

    private static int[] probabilities(List<Ticket> drawn, List<Ticket> all, OptionalInt wanted) {
        if (wanted.isEmpty()) {
            return drawn.stream().mapToInt(ticket -> ticket.chance.ratio()).toArray();
        }
        int certain = (int)
                all.stream().filter(ticket -> ticket.chance.basis().isCertain()).count();
        if (certain > wanted.getAsInt()) {
            throw new Refusal("--visits " + wanted.getAsInt() + " are fewer than the " + certain
                    + " that are due by floors and key supervision; ask for at least so many");
        }
        // What rounding leaves over goes by number alone, so that no stratum is preferred.
        List<Integer> byNumber = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            byNumber.add(i);
        }
        byNumber.sort(Comparator.comparingLong((Integer i) -> drawn.get(i).number())
                .thenComparing(i -> drawn.get(i).business.entityId()));
        int[] scaled = Budget.probabilities(
                byNumber.stream().map(i -> drawn.get(i).chance).toList(), wanted.getAsInt() - certain);
        int[] probabilities = new int[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            probabilities[byNumber.get(i)] = scaled[i];
        }
        return probabilities;
    }

    /** How many marks lie before a place. */
    private static long marks(long place, int start) {
        return (place - start - 1 + Chance.CERTAIN) / Chance.CERTAIN;
    }

    private Line line(Ticket ticket, int probability, long upTo, boolean isSelected) {
        Visits past = visits.apply(ticket.business.entityId());
        return new Line(
                ticket.business,
                ticket.chance,
                ticket.number,
                probability,
                upTo,
                isSelected,
                past.inYearBefore(month),
                past.newestBefore(month).orElse(null));
    }
}
