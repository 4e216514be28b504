package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.Ticket;
import dev.latido.simulator.business.TicketFact;
import dev.latido.simulator.business.TicketFact.Status;
import dev.latido.simulator.business.Token;
import java.io.IOException;

/** Tickets as Zendesk's event webhooks. */
final class ZendeskShape {

    private static final long ACCOUNT = 21_503_117;
    private static final String AGENT = "370000000417";

    private final Moment moment;

    ZendeskShape(Moment moment) {
        this.moment = moment;
    }

    void write(JsonGenerator json, TicketFact fact, Defect defect) throws IOException {
        boolean opened = fact.current() == Status.NEW;
        json.writeStartObject();
        json.writeNumberField("account_id", ACCOUNT);
        json.writeObjectFieldStart("detail");
        writeDetail(json, fact, defect != Defect.WITHOUT_CUSTOMER);
        json.writeEndObject();
        json.writeObjectFieldStart("event");
        if (!opened) {
            json.writeStringField("current", fact.current().name());
            json.writeStringField("previous", fact.previous().name());
        }
        json.writeEndObject();
        json.writeStringField("id", Token.uuid(fact.fingerprint()));
        json.writeStringField("subject", "zen:ticket:" + fact.ticket().id());
        moment.writeText(json, "time", fact.at(), defect);
        json.writeStringField("type", "zen:event-type:ticket." + (opened ? "created" : "status_changed"));
        json.writeStringField("zendesk_event_version", "2022-11-06");
        json.writeEndObject();
    }

    private void writeDetail(JsonGenerator json, TicketFact fact, boolean withCustomer) throws IOException {
        Ticket ticket = fact.ticket();
        String requester = Long.toString(ticket.requester().zendeskUser());
        boolean opened = fact.current() == Status.NEW;
        json.writeStringField("actor_id", opened ? requester : AGENT);
        writeText(json, "assignee_id", opened, AGENT);
        json.writeStringField("created_at", moment.iso(ticket.opened()));
        json.writeStringField("description", "Asked in the product.");
        json.writeNullField("external_id");
        json.writeStringField("id", Long.toString(ticket.id()));
        json.writeBooleanField("is_public", true);
        writeText(
                json,
                "organization_id",
                !withCustomer,
                Long.toString(fact.identity().zendeskOrganization()));
        json.writeStringField("priority", ticket.priority().name());
        writeText(json, "requester_id", !withCustomer, requester);
        json.writeStringField("status", fact.current().name());
        json.writeStringField("subject", "Question " + ticket.id());
        json.writeStringField("submitter_id", requester);
        json.writeArrayFieldStart("tags");
        json.writeEndArray();
        json.writeStringField("type", "QUESTION");
        json.writeStringField("updated_at", moment.iso(fact.at()));
        json.writeObjectFieldStart("via");
        json.writeStringField("channel", "web");
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String field, boolean missing, String text) throws IOException {
        if (missing) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, text);
        }
    }
}
