package dev.latido.job;

import dev.latido.change.Request;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.util.List;
import java.util.stream.Stream;

/** What the topics of changes say when a job is defined: a job without state begins with it. */
public record ChangeTopics(ChangeTopic rules, ChangeTopic models) {

    /** Topics of which nothing has been read. */
    public static final ChangeTopics UNREAD = new ChangeTopics(ChangeTopic.UNREAD, ChangeTopic.UNREAD);

    /** Reads the topics that the settings name, up to where they end now. */
    public static ChangeTopics read(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        return new ChangeTopics(ChangeTopic.ofRules(settings), ChangeTopic.ofModels(settings));
    }

    List<Request> requests() {
        return Stream.concat(rules.requests().stream(), models.requests().stream())
                .toList();
    }
}
