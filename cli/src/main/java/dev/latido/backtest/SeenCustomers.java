package dev.latido.backtest;

import dev.latido.backtest.RuleHistory.Recording;
import dev.latido.connector.file.RecordFile;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.replay.InputFile;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.ingest.Placement;
import dev.latido.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is in recorded events, and from when to when. */
final class SeenCustomers {

    private final Map<CustomerId, SeenCustomer> byId = new HashMap<>();

    private SeenCustomers() {}

    static SeenCustomers read(Recording recording) throws IOException {
        SeenCustomers seen = new SeenCustomers();
        Map<String, Long> bounds = new HashMap<>();
        recording.files().forEach(file -> bounds.put(file.source(), file.boundMillis()));
        Placement placement = new Placement(bounds, recording.aliases());
        for (int number = 0; number < recording.files().size(); number++) {
            seen.read(recording.files().get(number), number, placement);
        }
        return seen;
    }

    List<SeenCustomer> all() {
        return List.copyOf(byId.values());
    }

    /** From the first event of all to the last one; empty data has no span and is refused. */
    Span span() throws IOException {
        Comparator<Instant> order = Comparator.naturalOrder();
        return new Span(
                byId.values().stream().map(SeenCustomer::firstAt).min(order).orElseThrow(SeenCustomers::nobody),
                byId.values().stream().map(SeenCustomer::lastAt).max(order).orElseThrow(SeenCustomers::nobody));
    }

    private static IOException nobody() {
        return new IOException("There is no event of any customer in the files.");
    }

    private void read(InputFile input, int number, Placement placement) throws IOException {
        try (RecordFile<CustomerEvent> file = RecordFile.open(
                input.source(),
                Path.of(input.path()),
                number,
                input.mapping(),
                new CustomerEventFactory(),
                Replay.LATEST)) {
            boolean more = true;
            while (more) {
                more = file.next(decoded -> take(decoded, placement));
            }
        }
    }

    private void take(Decoded<CustomerEvent> decoded, Placement placement) {
        if (decoded instanceof Decoded.Event<CustomerEvent> event) {
            Arrival arrival = placement.place(event);
            CustomerId id = new CustomerId(arrival.tenantId(), arrival.customerId());
            Instant at = arrival.event().at();
            byId.merge(id, new SeenCustomer(id, at, at), SeenCustomers::joined);
        }
    }

    private static SeenCustomer joined(SeenCustomer one, SeenCustomer other) {
        return new SeenCustomer(
                one.id(),
                one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
                one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt());
    }
}
