package dev.latido.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One record as a tool delivers it. */
public final class Delivery {

    private final Tool tool;
    private final long deliveredAt;
    private final byte[] json;

    Delivery(Tool tool, long deliveredAt, byte[] json) {
        this.tool = tool;
        this.deliveredAt = deliveredAt;
        this.json = json;
    }

    /** Name of the source and of its mapping: segment, stripe, zendesk or latido. */
    public String source() {
        return tool.source();
    }

    /** The topic it belongs in: clickstream, billing, support or feedback. */
    public String topic() {
        return tool.topic();
    }

    public Instant deliveredAt() {
        return Instant.ofEpochMilli(deliveredAt);
    }

    /** The record without a line end, UTF-8; the receiver's own. */
    public byte[] json() {
        return json;
    }

    Tool tool() {
        return tool;
    }

    @Override
    public String toString() {
        return deliveredAt() + " " + topic() + " " + new String(json, StandardCharsets.UTF_8);
    }
}
