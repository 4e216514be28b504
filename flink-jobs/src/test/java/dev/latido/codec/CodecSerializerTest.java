package dev.latido.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.event.Alert;
import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import dev.latido.event.Erasure;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecSerializerTest {

    private static final ClassLoader LOADER = CodecSerializerTest.class.getClassLoader();

    private final CodecSerializer<CustomerInput> serializer = new CodecSerializer<>(CustomerInputCodec.INSTANCE);

    /** What travels between operators without a codec. */
    @ParameterizedTest
    @ValueSource(classes = {HealthScore.class, Alert.class, DeadLetter.class, HealthRecord.class})
    void recordsOnEdgesNeedNoKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @Test
    void valuesSurvive() throws IOException {
        CustomerInput erasure = new Erasure("t", "c", 1, "dpo", "asked for");
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(erasure, out);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);

        assertThat(serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer())))
                .isEqualTo(erasure);
    }

    @Test
    void anImmutableValueIsItsOwnCopy() {
        CustomerInput erasure = new Erasure("t", "c", 1, "dpo", "asked for");

        assertThat(serializer.isImmutableType()).isTrue();
        assertThat(serializer.copy(erasure)).isSameAs(erasure);
    }

    @Test
    void aSavepointNamesTheSerializer() throws IOException {
        TypeSerializerSnapshot<CustomerInput> read = writtenAndRead(serializer);

        assertThat(read.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(read)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void aSerializerAroundAnotherIsNamedWithIt() throws IOException {
        TypeSerializer<?> decoded = new CodecSerializer<>(DecodedCodec.ofEvents());

        assertThat(writtenAndRead(decoded).restoreSerializer()).isEqualTo(decoded);
        assertThat(decoded).isNotEqualTo(new CodecSerializer<>(DecodedCodec.ofInputs()));
    }

    @Test
    void anotherCodecIsNotCompatible() throws IOException {
        CodecSerializer<?> other = new CodecSerializer<>(CustomerEventCodec.INSTANCE);

        assertThat(isIncompatible(serializer, writtenAndRead(other))).isTrue();
    }

    @Test
    void aCodecThatIsGoneIsNamedAsTheReason() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.snapshotConfiguration().writeSnapshot(out);
        ClassLoader empty = new ClassLoader(null) {};

        assertThatThrownBy(() -> new CodecSerializer.Snapshot<CustomerInput>()
                        .readSnapshot(1, new DataInputDeserializer(out.getCopyOfBuffer()), empty))
                .isInstanceOf(IOException.class)
                .hasMessage("the savepoint names a codec that is gone");
    }

    @SuppressWarnings("unchecked") // the types differ, which is what is asked about
    private static <T> boolean isIncompatible(TypeSerializer<T> now, TypeSerializerSnapshot<?> then) {
        return now.snapshotConfiguration()
                .resolveSchemaCompatibility((TypeSerializerSnapshot<T>) then)
                .isIncompatible();
    }

    private static <T> TypeSerializerSnapshot<T> writtenAndRead(TypeSerializer<T> serializer) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        return TypeSerializerSnapshot.readVersionedSnapshot(new DataInputDeserializer(out.getCopyOfBuffer()), LOADER);
    }
}
