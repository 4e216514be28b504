package dev.latido.connector.kafka;

/** Kafka could not be asked, or refused; its message is one sentence for the person who started the program. */
public final class KafkaAccessException extends Exception {

    private static final long serialVersionUID = 1L;

    KafkaAccessException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
