package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code time} block.
 *
 * @param maxAheadMinutes how far an event may lie ahead of its Kafka record's time before it is a dead letter
 * @param idleSeconds silence after which a partition no longer holds event time back
 * @param maxDriftMinutes how far, in event time, one partition is read ahead of the one furthest behind
 */
public record TimeSettings(int maxAheadMinutes, int idleSeconds, int maxDriftMinutes) implements Serializable {

    public TimeSettings {
        Require.between("time.maxAheadMinutes", maxAheadMinutes, 0, 525_600);
        Require.between("time.idleSeconds", idleSeconds, 1, 86_400);
        Require.between("time.maxDriftMinutes", maxDriftMinutes, 1, 525_600);
    }
}
