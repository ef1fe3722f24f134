package dev.forewarn.engine.document;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what the YAML parser says, in words for people who have not read its grammar. */
final class YamlProblem {

    private YamlProblem() {}

    static String of(MarkedYamlEngineException problem) {
        String said = String.valueOf(problem.getProblem());
        return "not YAML: " + reason(said, problem.getContextMark());
    }

    private static String reason(String said, Optional<Mark> context) {
        if (said.contains("TAB")) {
            return "a tab stands here; lines are indented with spaces";
        }
        if (said.startsWith("expected ',' or")) {
            String mark = said.contains("'}'") ? "}" : "]";
            String since =
                    context.map(start -> " of line " + (start.getLine() + 1)).orElse("");
            return "a comma or '" + mark + "' is expected here; the bracket" + since
                    + " is still open, or a text with commas, colons or brackets lacks quotes";
        }
        if (said.startsWith("expected <block end>")) {
            return "this begins in another column than what it belongs to"
                    + context.map(mark -> ", which begins at line " + (mark.getLine() + 1) + ", column "
                                    + (mark.getColumn() + 1))
                            .orElse("");
        }
        if (said.startsWith("mapping values are not allowed")) {
            return "a colon too many: a text that holds ': ' needs quotes";
        }
        return said.isEmpty() ? said : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}
