package dev.latido.model.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;

/** A table that cannot be used; its message is one sentence that names the file, and where there is one, the line. */
public final class UnusableTableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableTableException(String sentence) {
        super(sentence);
    }

    private UnusableTableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Of a file that could not be read. */
    static UnusableTableException unreadable(String file, Exception e) {
        return new UnusableTableException(file + " " + fact(e) + ".", e);
    }

    private static String fact(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
            return "is not UTF-8 text";
        }
        return e instanceof JsonProcessingException json
                ? "is not CSV: " + json.getOriginalMessage()
                : "cannot be read: " + e.getMessage();
    }
}
