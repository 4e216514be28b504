package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.testing.ShippedPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class CustomerPolicyTest {

    private final ObjectNode file = ShippedPolicy.file();

    @Test
    void misspeltKeyIsRefusedByName() {
        file.withObject("/health/signals").put("lowLoginBelow", 2);

        assertThatThrownBy(() -> ShippedPolicy.policy(file)).hasMessageContaining("lowLoginBelow");
    }

    @Test
    void missingKeyIsRefusedByName() {
        file.withObject("/duplicates").remove("otherIds");

        assertThatThrownBy(() -> ShippedPolicy.policy(file)).hasMessageContaining("otherIds");
    }

    @Test
    void numberOutOfRangeIsRefusedWithItsKey() {
        file.withObject("/health/bands").put("critical", 70);

        assertThatThrownBy(() -> ShippedPolicy.policy(file))
                .hasMessageContaining(
                        "health.bands.atRisk must not be below health.bands.critical, which is 70, was 60");
    }

    @Test
    void policyTravelsToTheWorkers() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ShippedPolicy.POLICY);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(ShippedPolicy.POLICY);
        }
    }
}
