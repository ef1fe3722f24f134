package dev.forewarn.engine.cel;

import dev.forewarn.engine.document.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the CEL compiler says, in words for people who write catalogues. */
final class Complaint {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(.+)' \\(in container ''\\)");
    private static final Pattern MISAPPLIED = Pattern.compile(
            "found no matching overload for '(.+)' applied to '\\((.*?)\\)' \\(candidates.*", Pattern.DOTALL);
    private static final Pattern STRAY = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern UNEXPECTED = Pattern.compile(
            "(?:mismatched input|extraneous input|no viable alternative at input) '(.*?)'(?: expecting .*)?",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing (\\S+) at '(.*)'", Pattern.DOTALL);
    private static final String END = "<EOF>";

    /** What hands write that know another language or type full-width characters. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("=", "=="),
            Map.entry("and", "&&"),
            Map.entry("AND", "&&"),
            Map.entry("or", "||"),
            Map.entry("OR", "||"),
            Map.entry("not", "!"),
            Map.entry("NOT", "!"),
            Map.entry("（", "("),
            Map.entry("）", ")"),
            Map.entry("，", ","),
            Map.entry("＝", "=="),
            Map.entry("＞", ">"),
            Map.entry("＜", "<"),
            Map.entry("！", "!"),
            Map.entry("“", "'"),
            Map.entry("”", "'"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"));

    private Complaint() {}

    /** Whether a message says that the text is no expression at all: what follows it in the text is then noise. */
    static boolean isSyntax(String message) {
        return STRAY.matcher(message).matches()
                || UNEXPECTED.matcher(message).matches()
                || MISSING.matcher(message).matches();
    }

    /** @param known names that could have been meant */
    static String of(String message, Collection<String> known) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            String name = unknown.group(1);
            return known.contains(name)
                    ? "'" + name + "' is a function, used like " + name + "('x')"
                    : "unknown name '" + name + "'; " + Nearest.hint(name, known);
        }
        Matcher misapplied = MISAPPLIED.matcher(message);
        if (misapplied.matches()) {
            return misapplied(misapplied.group(1), typesOf(misapplied.group(2)), known);
        }
        Matcher stray = STRAY.matcher(message);
        if (stray.matches()) {
            boolean isOpen = stray.group(1).startsWith("'") || stray.group(1).startsWith("\"");
            return isOpen
                    ? "the text that begins here has no closing quote"
                    : unexpected(stray.group(1).trim());
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            return unexpected.group(1).equals(END) ? "the expression ends too early" : unexpected(unexpected.group(1));
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return missing.group(1) + " is missing "
                    + (missing.group(2).equals(END) ? "at the end" : "before '" + missing.group(2) + "'");
        }
        return message;
    }

    private static String unexpected(String found) {
        String meant = MEANT.get(found);
        return "unexpected '" + found + "'" + (meant == null ? "" : "; did you mean " + quoted(meant) + "?");
    }

    // A single quote between single quotes is hard to see.
    private static String quoted(String text) {
        return text.equals("'") ? "\"'\"" : "'" + text + "'";
    }

    private static String misapplied(String function, List<String> types, Collection<String> known) {
        if (types.isEmpty()) {
            return "'" + function + "' needs a name in quotes, such as " + function + "('x')";
        }
        String hint = "";
        if (types.contains(TypeNames.TEXT) && types.contains(TypeNames.NUMBER) && known.contains(FactDialect.NUMBER)) {
            hint = "; attr('x') is a text, num('x') a number";
        } else if (types.contains(TypeNames.TRUTH) && known.contains(DayDialect.ACTIVE_COUNT)) {
            hint = "; active('x') is a condition, active_count('x') a number";
        }
        return "'" + spoken(function) + "' cannot be applied to " + String.join(" and ", types) + hint;
    }

    // The scope is a hidden first argument.
    private static List<String> typesOf(String arguments) {
        List<String> types = new ArrayList<>();
        for (String type : arguments.split(", ", -1)) {
            if (!type.isEmpty() && !type.equals(Dialect.SCOPE)) {
                types.add(TypeNames.of(type));
            }
        }
        return types;
    }

    // CEL names its operators _<_, !_, @in and _?_:_.
    private static String spoken(String function) {
        return function.startsWith("_") || function.startsWith("@") || function.endsWith("_")
                ? function.replace("_", "").replace("@", "")
                : function;
    }
}
