package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZendeskMappingTest {

    private final Decodes zendesk = new Decodes(Repository.mapping("zendesk"));

    @Test
    void aNewTicketOfAnOrganizationIsOpened() {
        assertThat(zendesk.event(ticket("ticket.created", "\"organization_id\":\"509974\",", "{}")))
                .isEqualTo(new MappedEvent(
                        "01HN-1",
                        "default",
                        "509974",
                        "20978392",
                        "TICKET_OPENED",
                        "",
                        1_713_377_890_000L,
                        0,
                        Map.of("ticketId", "35436", "priority", "HIGH", "channel", "web")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "\"\"", "\"0\"", "0"})
    void withoutAnOrganizationTheCustomerIsTheRequester(String organization) {
        assertThat(zendesk.event(ticket("ticket.created", "\"organization_id\":" + organization + ",", "{}"))
                        .customerId())
                .isEqualTo("20978392");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,SOLVED,TICKET_CLOSED",
        "PENDING,CLOSED,TICKET_CLOSED",
        "open,solved,TICKET_CLOSED",
        "SOLVED,CLOSED,ignored",
        "SOLVED,OPEN,ignored",
        "NEW,PENDING,ignored",
    })
    void aTicketIsClosedOnce(String previous, String current, String kind) {
        String change = "{\"previous\":\"" + previous + "\",\"current\":\"" + current + "\"}";

        assertThat(zendesk.reason(ticket("ticket.status_changed", "", change))).isEqualTo(kind);
    }

    @Test
    void otherEventsAreIgnored() {
        assertThat(zendesk.ignores(ticket("ticket.comment_added", "", "{}"))).isTrue();
        assertThat(zendesk.ignores(ticket("user.created", "", "{}"))).isTrue();
    }

    @Test
    void eachRowOfTheTicketTableIsATicketThatWasOpened() throws IOException {
        Decodes tickets = new Decodes(Repository.mapping("zendesk-tickets"));
        List<Decoded<MappedEvent>> rows =
                tickets.all(Files.readAllBytes(Repository.fixture("support/ticket_data.csv")));

        assertThat(rows).hasSize(10).extracting(Decodes::what).containsOnly("TICKET_OPENED");
        MappedEvent withoutOrganization = ((Decoded.Event<MappedEvent>) rows.get(3)).event();
        assertThat(withoutOrganization.eventId()).isEqualTo("11071");
        assertThat(withoutOrganization.customerId()).isEqualTo("2222");
        assertThat(withoutOrganization.time()).isEqualTo("2020-08-28T18:06:36Z");
        assertThat(withoutOrganization.attributes())
                .containsEntry("priority", "urgent")
                .containsEntry("status", "closed");
    }

    @Test
    void aRowWrittenByHandIsRead() {
        Decodes tickets = new Decodes(Repository.mapping("zendesk-tickets"));

        assertThat(tickets.event(
                        "id,created_at,organization_id,requester_id,status\n7,2024-02-19 01:54:52,55,66,open\n"))
                .isEqualTo(new MappedEvent(
                        "7",
                        "default",
                        "55",
                        "66",
                        "TICKET_OPENED",
                        "",
                        1_708_307_692_000L,
                        0,
                        Map.of("ticketId", "7", "status", "open")));
    }

    private static String ticket(String type, String fields, String event) {
        return "{\"type\":\"zen:event-type:" + type + "\",\"account_id\":88888888,\"id\":\"01HN-1\","
                + "\"time\":\"2024-04-17T18:18:10Z\",\"zendesk_event_version\":\"2022-11-06\",\"subject\":\"zen:ticket:35436\","
                + "\"detail\":{" + fields + "\"requester_id\":\"20978392\",\"id\":\"35436\",\"status\":\"OPEN\","
                + "\"priority\":\"HIGH\",\"via\":{\"channel\":\"web\"}},\"event\":" + event + "}";
    }
}
