package dev.latido.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtobufMessageTest {

    @Test
    void fieldsAreWrittenAsTheEncodingSays() {
        assertThat(hex(new ProtobufMessage().number(1, 150L))).isEqualTo("089601");
        assertThat(hex(new ProtobufMessage().text(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new ProtobufMessage().number(7, 1f))).isEqualTo("3d0000803f");
        assertThat(hex(new ProtobufMessage().message(3, new ProtobufMessage().number(1, 150L))))
                .isEqualTo("1a03089601");
        assertThat(hex(new ProtobufMessage().number(20, 2L))).isEqualTo("a00102");
    }

    private static String hex(ProtobufMessage message) {
        return HexFormat.of().formatHex(message.toBytes());
    }
}
