package dev.forewarn.cli.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asks the operating system which ports of this machine are free. */
public final class LoopbackPort {

    /** Lets the operating system choose. */
    static final int ANY = 0;

    static final int LAST = 65_535;

    private static final int TRIED = 100;

    private LoopbackPort() {}

    /**
     * The first port from {@code wanted} on that a server may listen on now.
     *
     * @param wanted in [1, 65535]; 0 for any
     */
    public static int freeFrom(int wanted) {
        int first = requireValid(wanted);
        int last = Math.min(LAST, first + TRIED);
        for (int port = Math.max(1, first); first != ANY && port <= last; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket any = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw EmbeddedException.because("This machine has no free port left", e);
        }
    }

    /**
     * Whether a server may listen on {@code port} now.
     *
     * @param port in [1, 65535]
     */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a server that has just ended may linger; Kafka and Flink listen in spite of them.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int requireValid(int port) {
        if (port < ANY || port > LAST) {
            throw new EmbeddedException("A port must lie in [0, 65535], where 0 means any free one; got " + port + ".");
        }
        return port;
    }
}
