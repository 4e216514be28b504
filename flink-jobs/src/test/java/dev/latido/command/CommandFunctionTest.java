package dev.latido.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import dev.latido.event.Erasure;
import dev.latido.ingest.IngestFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class CommandFunctionTest {

    private static final Origin ORIGIN = new Origin("commands-privacy", "privacy", 0, 7);

    @Test
    @SuppressWarnings("try") // closing a harness waits for nothing
    void erasuresAtOnceGoOnWithTheirTimeTooAndTheRestBecomesDeadLetters() throws Exception {
        Erasure erasure = new Erasure("default", "acme", Erasure.AT_ONCE, "dpo", "asked for");
        try (OneInputStreamOperatorTestHarness<Decoded<CustomerInput>, CustomerInput> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new CommandFunction())) {
            harness.processElement(new StreamRecord<>(new Decoded.Event<>(ORIGIN, erasure, 1000)));
            harness.processElement(new StreamRecord<>(Decoded.Rejected.of(ORIGIN, "missing by", new byte[] {1, 2})));
            harness.processElement(new StreamRecord<>(new Decoded.Ignored<>(ORIGIN)));

            assertThat(harness.extractOutputValues()).containsExactly(erasure, erasure.effectiveAt(1000));
            assertThat(harness.getSideOutput(IngestFunction.DEAD_LETTERS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new DeadLetter(1, "commands-privacy", "privacy", 0, 7, "missing by", "AQI=", 2));
        }
    }
}
