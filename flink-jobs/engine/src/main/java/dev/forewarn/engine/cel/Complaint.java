package dev.forewarn.engine.cel;

import dev.forewarn.engine.document.Nearest;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the CEL compiler says, in words for people who write catalogues. */
final class Complaint {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(.+)' \\(in container ''\\)");
    private static final Pattern MISAPPLIED =
            Pattern.compile("found no matching overload for '(.+)' applied to '(.+)' \\(candidates.*", Pattern.DOTALL);
    private static final Pattern STRAY = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern EXPECTING = Pattern.compile(" expecting (\\{.*}|.{40,})$", Pattern.DOTALL);

    private Complaint() {}

    /** @param known names that could have been meant */
    static String of(String message, Collection<String> known) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return "unknown name '" + unknown.group(1) + "'; " + Nearest.hint(unknown.group(1), known);
        }
        Matcher misapplied = MISAPPLIED.matcher(message);
        if (misapplied.matches()) {
            return "'" + spoken(misapplied.group(1)) + "' cannot be applied to "
                    + misapplied.group(2).replace("(" + Dialect.SCOPE + ", ", "(");
        }
        Matcher stray = STRAY.matcher(message);
        if (stray.matches()) {
            String hint = stray.group(1).startsWith("=") ? "; did you mean '=='?" : "";
            return "unexpected '" + stray.group(1).trim() + "'" + hint;
        }
        return EXPECTING.matcher(message).replaceFirst("").replace("<EOF>", "the end");
    }

    // CEL names its operators _<_, !_, @in and _?_:_.
    private static String spoken(String function) {
        return function.startsWith("_") || function.startsWith("@") || function.endsWith("_")
                ? function.replace("_", "").replace("@", "")
                : function;
    }
}
