package dev.forewarn.cli.mapping;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.forewarn.engine.document.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one mapping: CEL over the variable {@code row}, with functions for dirty exports. */
final class RowLanguage {

    static final String ROW = "row";

    private static final int EXPRESSION_CHARS_LIMIT = 4_000;
    private static final int ITERATIONS_LIMIT = 10_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(EXPRESSION_CHARS_LIMIT)
            .comprehensionMaxIterations(ITERATIONS_LIMIT)
            .build();

    private final Dates dates;
    private final List<RowFunction> functions;
    private final boolean isSalted;
    private final Cel cel;

    RowLanguage(ZoneId zone, Map<String, Map<String, String>> tables, @Nullable Salt salt) {
        this.dates = new Dates(zone);
        this.functions = functions(zone, tables, salt);
        this.isSalted = salt != null;
        this.cel = cel(functions);
    }

    /** All functions that expressions may call beside those of CEL, in the order of the manual. */
    static List<RowFunction> functions(ZoneId zone, Map<String, Map<String, String>> tables, @Nullable Salt salt) {
        List<RowFunction> all = new ArrayList<>(TimeFunctions.all(zone));
        all.addAll(TextFunctions.all());
        all.addAll(NumberFunctions.all());
        all.addAll(TableFunctions.all(tables));
        all.addAll(PersonFunctions.all(salt));
        return List.copyOf(all);
    }

    private static Cel cel(List<RowFunction> functions) {
        Map<String, List<RowFunction>> byName = new LinkedHashMap<>();
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .addVar(ROW, MapType.create(SimpleType.STRING, SimpleType.STRING));
        for (RowFunction function : functions) {
            byName.computeIfAbsent(function.name(), name -> new ArrayList<>()).add(function);
        }
        byName.forEach((name, overloads) -> {
            List<CelOverloadDecl> declared =
                    overloads.stream().map(RowFunction::declaration).toList();
            List<CelFunctionBinding> bound =
                    overloads.stream().map(RowFunction::binding).toList();
            builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, declared));
            builder.addFunctionBindings(CelFunctionBinding.fromOverloads(name, bound));
        });
        return builder.build();
    }

    Dates dates() {
        return dates;
    }

    /**
     * Compiles an expression. What is wrong with it is told at its character in the file.
     *
     * @param value where the expression stands
     * @param from index of its first character in that text
     * @param columns is given the columns that the expression names
     * @return null if anything is wrong
     */
    @Nullable
    Expression compile(Value value, String text, int from, Kind kind, List<ColumnUse> columns) {
        String source = text.substring(from);
        CelAbstractSyntaxTree tree;
        try {
            tree = cel.compile(source).getAst();
        } catch (CelValidationException e) {
            for (CelIssue issue : e.getErrors()) {
                value.fault(from + offset(source, issue), readable(issue.getMessage()));
            }
            return null;
        }
        if (!kind.accepts(tree.getResultType())) {
            value.fault(
                    from,
                    "'" + value.name() + "' must be " + kind.title() + "; this expression gives "
                            + TypeNames.of(tree.getResultType()));
            return null;
        }
        Inspection inspection = new Inspection(tree, functions, isSalted);
        inspection.faults().forEach((offset, reason) -> value.fault(from + offset, reason));
        inspection
                .columns()
                .forEach((offset, column) -> columns.add(new ColumnUse(column, value.placeOf(from + offset))));
        return inspection.faults().isEmpty() ? new Expression(value.placeOf(from), program(tree, kind)) : null;
    }

    private Expression.Program program(CelAbstractSyntaxTree tree, Kind kind) {
        String column = Inspection.soleColumn(tree);
        if (column != null) {
            // Most fields are just a column: a look into the row, at a tenth of the cost.
            return row -> kind.ofResult(row.getOrDefault(column, ""));
        }
        try {
            CelRuntime.Program program = cel.createProgram(tree);
            return row -> evaluate(program, kind, row);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression can be planned: " + tree.getSource(), e);
        }
    }

    private static @Nullable Object evaluate(CelRuntime.Program program, Kind kind, Map<String, String> row) {
        try {
            return kind.ofResult(program.eval(name -> Optional.of(row)));
        } catch (CelEvaluationException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BadValue bad) {
                    throw bad;
                }
            }
            throw new BadValue(readable(String.valueOf(e.getMessage())));
        }
    }

    private static int offset(String source, CelIssue issue) {
        CelSource text = CelSource.newBuilder(source).build();
        int codePoints = text.getLocationOffset(issue.getSourceLocation()).orElse(0);
        return source.offsetByCodePoints(0, Math.min(codePoints, source.codePointCount(0, source.length())));
    }

    /** CEL's words without what means nothing to the writer of a mapping. */
    private static String readable(String message) {
        if (message.startsWith("mismatched input '<EOF>'")) {
            return "the expression ends too early";
        }
        return message.replace(" (in container '')", "")
                .replaceAll(" expecting \\{.*}$", "")
                .replaceAll("^evaluation error( at <input>:\\d+)?: ", "")
                .replace("For input string: ", "a number has digits only; got ");
    }
}
