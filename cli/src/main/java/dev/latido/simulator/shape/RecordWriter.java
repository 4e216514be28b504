package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.BillingFact;
import dev.latido.simulator.business.Click;
import dev.latido.simulator.business.Fact;
import dev.latido.simulator.business.Opinion;
import dev.latido.simulator.business.TicketFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Writes facts as the records of the tools that tell them. Not thread-safe. */
public final class RecordWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
    private final JsonGenerator json;
    private final Moment moment = new Moment();
    private final SegmentShape segment = new SegmentShape(moment);
    private final StripeShape stripe = new StripeShape(moment);
    private final ZendeskShape zendesk = new ZendeskShape(moment);
    private final SurveyShape survey = new SurveyShape(moment);

    public RecordWriter() {
        try {
            json = new JsonFactory().createGenerator(bytes);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One JSON document without a line end, or, where it has a defect, almost one. */
    public byte[] write(Fact fact, Defect defect) {
        bytes.reset();
        try {
            writeTo(fact, defect);
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] record = bytes.toByteArray();
        return defect == Defect.TRUNCATED ? Arrays.copyOf(record, record.length * 3 / 5) : record;
    }

    private void writeTo(Fact fact, Defect defect) throws IOException {
        if (fact instanceof Click click) {
            segment.write(json, click, defect);
        } else if (fact instanceof BillingFact billing) {
            stripe.write(json, billing, defect);
        } else if (fact instanceof TicketFact ticket) {
            zendesk.write(json, ticket, defect);
        } else if (fact instanceof Opinion opinion) {
            survey.write(json, opinion, defect);
        }
    }
}
