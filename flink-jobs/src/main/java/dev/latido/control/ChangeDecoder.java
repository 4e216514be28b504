package dev.latido.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.RecordDecoder;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads changes of one kind. What names its subject but is no change of it is passed on with what is wrong. A record without
 * a value takes away what its key names.
 */
public abstract sealed class ChangeDecoder implements RecordDecoder<Request>
        permits RuleChangeDecoder, ModelChangeDecoder {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME = 64;

    private final ChangeKind kind;
    private final String nameField;
    private final Set<String> fields;

    /**
     * A decoder.
     *
     * @param nameField the field that names what is to change
     * @param fields all fields that are known
     */
    ChangeDecoder(ChangeKind kind, String nameField, Set<String> fields) {
        this.kind = kind;
        this.nameField = nameField;
        this.fields = fields;
    }

    /** Reads a change of the subject. */
    abstract Change read(ChangeRecord record, String subject) throws InvalidRecordException;

    /** What a record without a value says of the subject. */
    abstract Change removal(String subject);

    @Override
    public final void decode(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<Request>> out) {
        try {
            ChangeRecord record = ChangeRecord.parse(payload, "a change of a " + kind.text());
            out.accept(new Decoded.Event<>(origin, read(record), latest));
        } catch (InvalidRecordException e) {
            out.accept(Decoded.Rejected.of(origin, String.valueOf(e.getMessage()), payload));
        }
    }

    private Request read(ChangeRecord record) throws InvalidRecordException {
        String subject = record.textOrNull(nameField);
        if (subject == null || !isName(subject)) {
            throw new InvalidRecordException(nameField + " is missing, or not lower-case words joined by hyphens");
        }
        try {
            record.requireKnownFields(fields);
            return read(record, subject);
        } catch (InvalidRecordException e) {
            return new Unusable(
                    kind, subject, record.said("by"), record.said("reason"), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public final void decodeTombstone(byte[] key, Origin origin, long latest, Consumer<? super Decoded<Request>> out) {
        String subject = new String(key, UTF_8);
        if (isName(subject)) {
            out.accept(new Decoded.Event<>(origin, removal(subject), latest));
        } else {
            out.accept(Decoded.Rejected.of(origin, "empty record whose key names no " + kind.text(), key));
        }
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_NAME && NAME.matcher(text).matches();
    }
}
