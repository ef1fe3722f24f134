package dev.forewarn.engine.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from the parser's events. The library's own composer recurses as deep as the document goes and lets
 * aliases multiply; here depth, aliases and nodes are counted while they are read.
 */
final class Composer {

    private final Source source;
    private final Iterator<Event> events;
    private final Faults faults;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int aliases;
    private long nodes;

    Composer(Source source, Iterator<Event> events, Faults faults) {
        this.source = source;
        this.events = events;
        this.faults = faults;
    }

    /** The root of the one document, null if there is none. */
    @Nullable
    Node compose() {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> {
                    if (root != null) {
                        throw new Refusal(placeOf(event), "a file holds one document; another one begins here");
                    }
                    root = node(event, 1);
                }
            }
        }
        return root;
    }

    private Node node(Event event, int depth) {
        Place place = placeOf(event);
        if (depth > Document.DEEPEST) {
            throw new Refusal(place, "a document is at most " + Document.DEEPEST + " levels deep; here it goes deeper");
        }
        Node node;
        if (event instanceof AliasEvent alias) {
            return aliased(alias, place);
        } else if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place);
            node = new Node.Scalar(place, source, indexOf(scalar), styleOf(scalar), scalar.getValue());
        } else if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), place);
            node = sequence(place, depth);
        } else if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), place);
            node = mapping(place, depth);
        } else {
            throw new Refusal(place, "a value was expected; got " + event.getEventId());
        }
        count(place, 1);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private Node aliased(AliasEvent alias, Place place) {
        Node node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new Refusal(
                    place, "an alias names an anchor that stands complete before it; got '*" + alias.getAlias() + "'");
        }
        if (++aliases > Document.MOST_ALIASES) {
            throw new Refusal(place, "a document has at most " + Document.MOST_ALIASES + " aliases; here is one more");
        }
        count(place, node.size());
        return node;
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        long size = 1;
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            if (next.getEventId() != Event.ID.Comment) {
                Node item = node(next, depth + 1);
                items.add(item);
                size += item.size();
            }
        }
        return new Node.Sequence(place, items, size);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        long size = 1;
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (next.getEventId() == Event.ID.Comment) {
                continue;
            }
            Node key = node(next, depth + 1);
            Node value = node(events.next(), depth + 1);
            size += key.size() + value.size();
            if (!(key instanceof Node.Scalar scalar)) {
                faults.add(key.place(), "a key is a text; got a list or a mapping");
                continue;
            }
            Node.Entry first = entries.putIfAbsent(scalar.text(), new Node.Entry(scalar.text(), key.place(), value));
            if (first != null) {
                faults.add(
                        placeOf(next),
                        "a key stands once; got '" + scalar.text() + "' again after line "
                                + first.place().line());
            }
        }
        return new Node.Mapping(place, new ArrayList<>(entries.values()), size);
    }

    private void count(Place place, long more) {
        nodes += more;
        if (nodes > Document.MOST_NODES) {
            throw new Refusal(
                    place,
                    "a document has at most " + Document.MOST_NODES + " values, aliases written out; here it has more");
        }
    }

    private void refuseTag(Optional<String> tag, Place place) {
        if (tag.isPresent()) {
            faults.add(place, "tags are not used here; got '" + tag.get() + "'");
        }
    }

    private static int indexOf(Event event) {
        return event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    private Place placeOf(Event event) {
        return Document.placeOf(source.file(), event.getStartMark());
    }

    private static char styleOf(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case DOUBLE_QUOTED -> '"';
            case SINGLE_QUOTED -> '\'';
            case LITERAL -> '|';
            case FOLDED -> '>';
            case JSON_SCALAR_STYLE, PLAIN -> ' ';
        };
    }

    /** Ends the reading of a document that cannot be read further. */
    static final class Refusal extends RuntimeException {

        private final transient Place place;

        Refusal(Place place, String reason) {
            super(reason, null, false, false);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }
}
