package dev.forewarn.cli.embedded;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;

/**
 * Turns the faults for which a Kafka server would end the process into a failed future.
 *
 * <p>Kafka ends the process in two ways. Its controller asks a fault handler, of which every broker here has its own.
 * Its storage (a full or lost disk) calls {@link Exit}, whose procedures belong to the whole process, so such a fault
 * is told to every open broker.
 */
final class BrokerFaults implements FaultHandlerFactory {

    private static final Set<BrokerFaults> OPEN = ConcurrentHashMap.newKeySet();

    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();

    private BrokerFaults() {}

    /** Starts to watch on behalf of one broker. From the first call on no Kafka code can end this process. */
    static BrokerFaults watch() {
        Exit.setExitProcedure(BrokerFaults::refuse);
        Exit.setHaltProcedure(BrokerFaults::refuse);
        BrokerFaults faults = new BrokerFaults();
        OPEN.add(faults);
        return faults;
    }

    void forget() {
        OPEN.remove(this);
    }

    /** Completes, with the cause, when the broker can no longer work. */
    CompletableFuture<Throwable> fatal() {
        return fatal;
    }

    @Override
    public FaultHandler build(String name, boolean isFatal, Runnable action) {
        FaultHandler log = new LoggingFaultHandler(name, action);
        if (!isFatal) {
            return log;
        }
        return (message, cause) -> {
            RuntimeException fault = log.handleFault(message, cause);
            fatal.complete(fault);
            return fault;
        };
    }

    /** The caller expects not to come back, so it must not: its thread ends with this exception. */
    private static void refuse(int status, @Nullable String message) {
        EmbeddedException fault = new EmbeddedException(
                message == null
                        ? "Kafka stopped itself (status " + status + "), most likely because its disk is full or gone;"
                                + " its log file says more."
                        : "Kafka stopped itself: " + message);
        for (BrokerFaults open : OPEN) {
            open.fatal.complete(fault);
        }
        throw fault;
    }
}
