package dev.latido.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.latido.event.FeatureRecord;
import dev.latido.event.FeatureRow;
import dev.latido.feature.Feature;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** Writes a row of features with their names, in their order; null where a value is missing. */
final class FeatureRowSerializer extends StdSerializer<FeatureRow> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<SerializableString> NAMES = Feature.ALL.stream()
            .<SerializableString>map(feature -> new SerializedString(feature.text()))
            .toList();

    FeatureRowSerializer() {
        super(FeatureRow.class);
    }

    @Override
    public void serialize(FeatureRow row, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", FeatureRecord.SCHEMA_VERSION);
        json.writeStringField("type", FeatureRow.TYPE);
        json.writeStringField("tenantId", row.tenantId());
        json.writeStringField("customerId", row.customerId());
        json.writeStringField("at", row.at().toString());
        json.writeObjectFieldStart("features");
        for (int i = 0; i < NAMES.size(); i++) {
            json.writeFieldName(NAMES.get(i));
            write(row.values().get(i), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(float value, JsonGenerator json) throws IOException {
        if (Float.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(ShortestDecimal.of(value));
        }
    }
}
