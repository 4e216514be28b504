package dev.latido.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFlinkTest {

    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads the sockets of the process from /proc")
    void nothingListensOutsideOfThisMachine() throws Exception {
        int before = ListeningSockets.addresses().size();
        try (EmbeddedFlink flink = EmbeddedFlink.start(FlinkSettings.in(directory, "127.0.0.1", 0), 1)) {
            assertThat(flink.webAddress().getHost()).isEqualTo("127.0.0.1");
            assertThat(ListeningSockets.addresses())
                    .hasSizeGreaterThan(before + 1) // the web page and metrics at least
                    .allMatch(InetAddress::isLoopbackAddress);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads the sockets of the process from /proc")
    void aSocketOnEveryInterfaceIsSeen() throws Exception {
        try (ServerSocket open = new ServerSocket(0)) {
            assertThat(open.isBound()).isTrue();
            assertThat(ListeningSockets.addresses()).anyMatch(InetAddress::isAnyLocalAddress);
        }
    }
}
