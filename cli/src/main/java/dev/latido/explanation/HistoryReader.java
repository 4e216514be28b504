package dev.latido.explanation;

import dev.latido.connector.file.RecordFile;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.replay.InputFile;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.ingest.Placement;
import dev.latido.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the events of one customer out of files, as a replay would read them. */
public final class HistoryReader {

    private final String tenantId;
    private final String customerId;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> tenants = new HashSet<>();
    private long end = Long.MIN_VALUE;

    private HistoryReader(String tenantId, String customerId) {
        this.tenantId = tenantId;
        this.customerId = customerId;
    }

    /**
     * Reads the files to their end.
     *
     * @throws IOException with one sentence that names the file
     */
    public static History read(List<InputFile> files, Aliases aliases, String tenantId, String customerId)
            throws IOException {
        HistoryReader reader = new HistoryReader(tenantId, customerId);
        Map<String, Long> bounds = new HashMap<>();
        files.forEach(file -> bounds.put(file.source(), file.boundMillis()));
        Placement placement = new Placement(bounds, aliases);
        for (int number = 0; number < files.size(); number++) {
            reader.read(files.get(number), number, placement);
        }
        reader.arrivals.sort(Arrival.ORDER);
        return new History(tenantId, customerId, reader.arrivals, reader.end, reader.others, reader.tenants);
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
        if (!(decoded instanceof Decoded.Event<CustomerEvent> event)) {
            return;
        }
        Arrival arrival = placement.place(event);
        end = Math.max(end, event.at());
        boolean sameTenant = arrival.tenantId().equals(tenantId);
        boolean sameCustomer = arrival.customerId().equals(customerId);
        if (sameTenant && sameCustomer) {
            arrivals.add(arrival);
        } else if (sameTenant) {
            others.add(arrival.customerId());
        } else if (sameCustomer) {
            tenants.add(arrival.tenantId());
        }
    }
}
