package dev.latido.connector.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {

    @Test
    void tokensAreUnescapedInTheOrderOfTheStandard() {
        assertThat(new Pointer("/a~1b/~01/0/").tokens()).containsExactly("a/b", "~1", "0", "");
        assertThat(new Pointer("").tokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "/a~", "/~2", "#/a"})
    void otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pointer(text)).withMessageContaining(text);
    }
}
