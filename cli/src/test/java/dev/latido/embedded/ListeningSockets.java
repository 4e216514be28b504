package dev.latido.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The addresses that this process listens at, as Linux shows them in {@code /proc}. */
final class ListeningSockets {

    private static final Path PROCESS = Path.of("/proc/self");
    private static final String LISTENING = "0A";

    private ListeningSockets() {}

    static List<InetAddress> addresses() throws IOException {
        Set<String> own = ownSockets();
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(PROCESS.resolve("net").resolve(table))) {
                // sl, local address:port, remote address:port, state, queues, timer, retransmits, uid, timeout, inode
                String[] columns = line.strip().split(" +", -1);
                if (columns[3].equals(LISTENING) && own.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(address(columns[1].substring(0, columns[1].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    private static Set<String> ownSockets() throws IOException {
        Set<String> own = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(PROCESS.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    own.add(Files.readSymbolicLink(descriptor).toString());
                } catch (NoSuchFileException e) {
                    // Closed since it was listed, as the listing's own is.
                }
            }
        }
        return own;
    }

    /** Addresses are in words of four bytes, each word's bytes from last to first on the machines Latido is tested on. */
    private static InetAddress address(String hex) throws IOException {
        byte[] shown = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[shown.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = shown[i ^ 3];
        }
        return InetAddress.getByAddress(bytes);
    }
}
