package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.Click;
import dev.latido.simulator.business.Token;
import java.io.IOException;
import java.util.Locale;

/** Clicks as Segment's {@code track}, {@code page}, {@code identify} and {@code group} calls. */
final class SegmentShape {

    private final Moment moment;

    SegmentShape(Moment moment) {
        this.moment = moment;
    }

    void write(JsonGenerator json, Click click, Defect defect) throws IOException {
        boolean anonymous = defect == Defect.WITHOUT_CUSTOMER;
        json.writeStartObject();
        json.writeStringField("type", type(click));
        json.writeStringField("messageId", "ajs-next-" + Token.uuid(click.fingerprint()));
        if (!anonymous) {
            json.writeStringField("userId", click.member().userId());
        }
        moment.writeText(json, "timestamp", click.at(), defect);
        writeWhat(json, click, anonymous);
        json.writeObjectFieldStart("context");
        if (!anonymous) {
            json.writeStringField("groupId", click.identity().segmentGroup());
            writeTraits(json, click);
        }
        json.writeObjectFieldStart("library");
        json.writeStringField("name", "analytics.js");
        json.writeStringField("version", "next-1.70.0");
        json.writeEndObject();
        json.writeStringField("locale", "en-US");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String type(Click click) {
        return switch (click.type()) {
            case PAGE -> "page";
            case FEATURE, ACTION -> "track";
            case IDENTIFY -> "identify";
            case GROUP -> "group";
        };
    }

    private static void writeWhat(JsonGenerator json, Click click, boolean anonymous) throws IOException {
        switch (click.type()) {
            case PAGE -> {
                json.writeStringField("name", click.name());
                json.writeObjectFieldStart("properties");
                json.writeStringField("path", "/" + click.name().toLowerCase(Locale.ROOT));
                json.writeStringField("title", click.name());
                json.writeEndObject();
            }
            case FEATURE -> {
                json.writeStringField("event", "Feature Used");
                json.writeObjectFieldStart("properties");
                json.writeStringField("feature", click.name());
                json.writeEndObject();
            }
            case ACTION -> {
                json.writeStringField("event", click.name());
                json.writeObjectFieldStart("properties");
                json.writeStringField("surface", "web");
                json.writeEndObject();
            }
            case IDENTIFY -> writeTraits(json, click);
            case GROUP -> {
                if (!anonymous) {
                    json.writeStringField("groupId", click.identity().segmentGroup());
                }
                json.writeObjectFieldStart("traits");
                json.writeStringField("plan", click.name());
                json.writeEndObject();
            }
        }
    }

    /** What is known of the person. */
    private static void writeTraits(JsonGenerator json, Click click) throws IOException {
        json.writeObjectFieldStart("traits");
        json.writeStringField("role", click.member().role().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }
}
