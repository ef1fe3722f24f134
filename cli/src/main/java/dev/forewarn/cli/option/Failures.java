package dev.forewarn.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What becomes of a command that throws, the same for all. Failures that people can mend are told in words; others show
 * where they come from, so that they can be reported.
 */
public final class Failures implements IExecutionExceptionHandler {

    private static final String REFUSED = Integer.toString(CommandLine.ExitCode.USAGE);
    private static final String OURS = "dev.forewarn";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        String words = words(failure);
        if (words != null) {
            err.println(name + ": " + words);
        } else {
            err.println(name + ": unexpected failure; please report it with the lines below");
            failure.printStackTrace(err);
        }
        err.flush();
        command.getOut().flush();
        return failure instanceof Refusal ? refused(command) : CommandLine.ExitCode.SOFTWARE;
    }

    /** A command that tells refusals from failures says so in its help. */
    private static int refused(CommandLine command) {
        boolean isTold = command.getCommandSpec().usageMessage().exitCodeList().containsKey(REFUSED);
        return isTold ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static @Nullable String words(Exception failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            String own = failure.getMessage();
            return own == null || own.equals(cause.toString()) ? sentence(cause) : own;
        }
        if (failure instanceof IOException problem) {
            return sentence(problem);
        }
        boolean isOurs = failure instanceof Refusal
                || failure.getClass().getPackageName().startsWith(OURS);
        return isOurs ? String.valueOf(failure.getMessage()) : null;
    }

    /** The messages of the file system are names of files, which say nothing of what is wrong with them. */
    private static String sentence(IOException problem) {
        String what = String.valueOf(problem.getMessage());
        if (!(problem instanceof FileSystemException)) {
            return problem.getMessage() == null ? problem.toString() : what;
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no file or folder " + what;
        }
        if (problem instanceof AccessDeniedException) {
            return what + " may not be read or written by this user";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return what + " is there already; move it away, or name another";
        }
        return problem instanceof NotDirectoryException ? what + " is no folder" : what;
    }
}
