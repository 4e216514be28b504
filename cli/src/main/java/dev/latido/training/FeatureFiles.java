package dev.latido.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.latido.backtest.CustomerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Files of JSON lines as the job writes them to {@code features}: rows and outcomes, plain or gzip. */
final class FeatureFiles {

    private static final int BUFFER = 1 << 16;

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    private FeatureFiles() {}

    /**
     * Reads files.
     *
     * @throws UnusableFeaturesException with a sentence that names the file, and the line where one is wrong
     */
    static FeatureHistory read(List<Path> files, Thinning thinning) {
        FeatureCollector collector = new FeatureCollector(thinning);
        for (Path file : files) {
            read(file, collector);
        }
        return collector.history();
    }

    private static void read(Path file, FeatureCollector collector) {
        long line = 0;
        try (BufferedReader lines = open(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    read(text, collector);
                }
            }
        } catch (IllegalArgumentException e) {
            throw wrong(file, line, String.valueOf(e.getMessage()), e);
        } catch (JsonProcessingException e) {
            throw wrong(file, line, "it is not JSON: " + e.getOriginalMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UnusableFeaturesException("The features file " + file + " does not exist.", e);
        } catch (CharacterCodingException e) {
            throw wrong(file, line + 1, "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UnusableFeaturesException(
                    "The features file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static UnusableFeaturesException wrong(Path file, long line, String fault, Exception cause) {
        return new UnusableFeaturesException(
                "Line " + line + " of the features file " + file + " cannot be used: " + fault + ".", cause);
    }

    private static BufferedReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        try {
            byte[] first = in.readNBytes(2);
            in.unread(first);
            boolean isGzip = first.length == 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
            InputStream plain = isGzip ? new GZIPInputStream(in, BUFFER) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void read(String line, FeatureCollector collector) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        if (node.asToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is not an object");
        }
        String type = text(node, "type");
        CustomerId customer = new CustomerId(node.path("tenantId").asText("default"), text(node, "customerId"));
        switch (type) {
            case "features" -> collector.addRow(customer, time(node), node.path("features"));
            case "outcome" -> collector.addOutcome(customer, outcome(node));
            default -> throw new IllegalArgumentException("the type is " + type + ", not features or outcome");
        }
    }

    private static RecordedOutcome outcome(JsonNode node) {
        String what = text(node, "outcome");
        return new RecordedOutcome(
                time(node),
                RecordedOutcome.What.of(what)
                        .orElseThrow(() -> new IllegalArgumentException("the outcome " + what + " is not known")),
                node.path("involuntary").asBoolean(false),
                node.path("amountCents").asLong(0));
    }

    private static long time(JsonNode node) {
        String text = text(node, "at");
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("at is \"" + text + "\", which is no time", e);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return value.asText();
    }
}
