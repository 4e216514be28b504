package dev.latido.connector.mapping;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Values;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an event of what a scan found: the kind first, so that what is to be ignored is never rejected. */
final class EventReader<E> {

    private static final String DEFAULT_TENANT = "default";

    private final EventFactory<E> factory;
    private final KindRules kinds;
    private final Field id;
    private final Field tenant;
    private final Field customer;
    private final Field user;
    private final Set<String> noId;
    private final EventTime time;
    private final EventAmount amount;
    private final Field currency;

    EventReader(Mapping mapping, PointerTree tree, EventFactory<E> factory) {
        this.factory = factory;
        Mapping.Identity identity = mapping.identity();
        kinds = new KindRules(mapping, tree);
        id = new Field("event id", identity.id(), tree);
        tenant = new Field("tenant", identity.tenant(), tree);
        customer = new Field("customer", identity.customer(), tree);
        user = new Field("user", identity.user(), tree);
        noId = identity.noId();
        time = new EventTime(mapping.time(), tree);
        AmountRule money = mapping.amount();
        amount = new EventAmount(money == null ? AmountRule.Unit.MINOR : money.unit());
        currency = new Field("currency", money == null ? List.of() : money.currency(), tree);
    }

    Decoded<E> read(Values values, Origin origin, long latest, RecordId recordId, int index)
            throws InvalidRecordException {
        KindRules.Outcome outcome = kinds.choose(values);
        String kind = outcome.kind();
        if (kind == null) {
            return new Decoded.Ignored<>(origin);
        }
        String eventId = id.identifier(values, noId);
        String tenantId = tenant.identifier(values, noId);
        String customerId = customer.identifier(values, noId);
        if (customerId == null) {
            throw customer.missing();
        }
        String userId = user.identifier(values, noId);
        String name = outcome.name().text(values);
        long at = time.read(values, latest);
        String code = currency(values);
        E event = factory.create(
                eventId == null ? recordId.text(index) : eventId,
                tenantId == null ? DEFAULT_TENANT : tenantId,
                customerId,
                userId == null ? customerId : userId,
                kind,
                name == null ? "" : name,
                at,
                amount.read(outcome.amount(), values, code),
                outcome.attributes().read(values, code));
        return new Decoded.Event<>(origin, event, at);
    }

    private @Nullable String currency(Values values) {
        String code = currency.text(values);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }
}
