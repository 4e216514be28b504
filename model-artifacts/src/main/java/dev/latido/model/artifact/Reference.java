package dev.latido.model.artifact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.model.evaluation.PopulationStability;
import dev.latido.model.evaluation.QuantileBins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What values were like in training, for seeing whether they have drifted since; the file {@code reference.json}.
 *
 * @param features of the rows that the model learned from, in the order of the model
 * @param score the predictions of rows that it did not learn from; null where a row has several
 */
public record Reference(List<Histogram> features, @Nullable Histogram score) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    public Reference {
        features = List.copyOf(requireNonNull(features, "features is missing"));
    }

    /**
     * How many values were in each of some ranges.
     *
     * @param name of the feature, or {@code score}
     * @param edges see {@link QuantileBins}
     * @param counts one per range, and the last of missing values: two more than edges
     */
    public record Histogram(String name, List<Float> edges, List<Long> counts) {

        public Histogram {
            requireNonNull(name, "a histogram has no name");
            edges = new QuantileBins(requireNonNull(edges, "the histogram of " + name + " has no edges")).edges();
            counts = List.copyOf(requireNonNull(counts, "the histogram of " + name + " has no counts"));
            if (counts.size() != edges.size() + 2 || counts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("the histogram of " + name + " has " + edges.size()
                        + " edges, so it needs " + (edges.size() + 2) + " counts, none of them negative");
            }
        }

        /** Counts values in about ten ranges that hold about equally many each. */
        public static Histogram of(String name, float[] values) {
            QuantileBins bins = QuantileBins.of(values, QuantileBins.BINS);
            return new Histogram(
                    name,
                    bins.edges(),
                    LongStream.of(bins.counts(values)).boxed().toList());
        }

        @JsonIgnore
        public QuantileBins bins() {
            return new QuantileBins(edges);
        }

        /** The population stability index of other values, counted in the same ranges: see {@link PopulationStability}. */
        public double stability(long[] actual) {
            return PopulationStability.index(
                    counts.stream().mapToLong(Long::longValue).toArray(), actual);
        }
    }

    static Reference read(byte[] content) throws UnusableArtifactException {
        try {
            return JSON.readValue(content, Reference.class);
        } catch (ValueInstantiationException e) {
            String fault =
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
            throw new UnusableArtifactException(ArtifactFiles.REFERENCE + " is wrong: " + fault + ".", e);
        } catch (IOException e) {
            String fault = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new UnusableArtifactException(ArtifactFiles.REFERENCE + " cannot be read: " + fault + ".", e);
        }
    }

    /** As {@code reference.json}, in UTF-8. */
    public byte[] toJson() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
