package dev.latido.model.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files of UTF-8 text, plain or gzip (told by their first bytes). */
final class TextFile {

    private static final int LONGEST_HEADER = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    /** Opens a file, without its byte order mark. */
    static BufferedReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        return of(Files.newInputStream(file));
    }

    /** The same of what a file holds; what is given is closed with it, and when it is of no use. */
    static BufferedReader of(InputStream content) throws IOException {
        try {
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(
                            plain(new BufferedInputStream(content, BUFFER)), StandardCharsets.UTF_8.newDecoder()),
                    BUFFER);
            skipByteOrderMark(text);
            return text;
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(2);
        boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return isGzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** Tab where the first line has one, else semicolon where it has one and no comma, else comma. */
    static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        StringBuilder seen = new StringBuilder();
        int next = text.read();
        while (next >= 0 && next != '\n' && seen.length() < LONGEST_HEADER - 1) {
            seen.append((char) next);
            next = text.read();
        }
        text.reset();
        String header = seen.toString();
        return header.contains("\t") ? '\t' : header.contains(";") && !header.contains(",") ? ';' : ',';
    }
}
