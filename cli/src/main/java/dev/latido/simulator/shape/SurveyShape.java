package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.Opinion;
import dev.latido.simulator.business.Token;
import java.io.IOException;

/** Answers to surveys, in the native form. */
final class SurveyShape {

    private final Moment moment;

    SurveyShape(Moment moment) {
        this.moment = moment;
    }

    void write(JsonGenerator json, Opinion opinion, Defect defect) throws IOException {
        json.writeStartObject();
        json.writeStringField("eventId", "fb-" + Token.hex(opinion.fingerprint(), 24));
        if (defect != Defect.WITHOUT_CUSTOMER) {
            json.writeStringField("customerId", opinion.identity().customer());
        }
        json.writeStringField("userId", opinion.member().userId());
        json.writeStringField("kind", opinion.survey().name());
        moment.writeText(json, "at", opinion.at(), defect);
        json.writeObjectFieldStart("attributes");
        json.writeStringField("score", Integer.toString(opinion.score()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
