package dev.forewarn.console.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in words why the console does not start. */
final class BadAccessAnalyzer extends AbstractFailureAnalyzer<BadAccess> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadAccess cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Mend it and start again; docs/CONSOLE.md, \"Who may use it\", has an example.",
                cause);
    }
}
