package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A cluster's REST interface, as an operator uses it. */
final class FlinkRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String BOUNDARY = "----latido-job-jar";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    FlinkRest(URI address) {
        this.address = address;
    }

    void awaitTaskManagers(int number, JavaProcess... of) throws Exception {
        Deadline.await(
                LONGEST,
                number + " TaskManagers",
                () -> get("/taskmanagers").path("taskmanagers").size() >= number
                        || !Stream.of(of).allMatch(JavaProcess::isAlive),
                () -> "");
    }

    /** Uploads a jar; what {@link #run} calls it. */
    String upload(Path jar) throws Exception {
        HttpRequest.BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n"),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        JsonNode answer = send(HttpRequest.newBuilder(address.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
        return Path.of(answer.path("filename").textValue()).getFileName().toString();
    }

    /** Runs an uploaded jar; the id of its job. */
    String run(String jar, String... arguments) throws Exception {
        String body = JSON.writeValueAsString(
                JSON.createObjectNode().set("programArgsList", JSON.valueToTree(List.of(arguments))));
        return post("/jars/" + jar + "/run", body).path("jobid").textValue();
    }

    /** Waits until a job has completed so many more checkpoints. */
    void awaitCheckpoints(String job, int more) throws Exception {
        int before = checkpoints(job);
        Deadline.await(LONGEST, more + " checkpoints", () -> checkpoints(job) >= before + more, () -> "");
    }

    private int checkpoints(String job) throws Exception {
        return get("/jobs/" + job + "/checkpoints").at("/counts/completed").intValue();
    }

    /** Stops a job with a savepoint, once all that it has read is committed. */
    void stop(String job) throws Exception {
        String request = post("/jobs/" + job + "/stop", "{\"drain\": false}")
                .path("request-id")
                .textValue();
        Deadline.await(
                LONGEST,
                "the savepoint",
                () -> get("/jobs/" + job + "/savepoints/" + request)
                        .at("/status/id")
                        .textValue()
                        .equals("COMPLETED"),
                () -> "");
        Deadline.await(LONGEST, "the end of the job", () -> state(job).equals("FINISHED"), () -> "");
    }

    private String state(String job) throws Exception {
        return get("/jobs/" + job).path("state").textValue();
    }

    /** How often a job has failed and was restarted. */
    int failures(String job) throws Exception {
        return get("/jobs/" + job + "/exceptions")
                .at("/exceptionHistory/entries")
                .size();
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    private JsonNode post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer + ": " + new String(answer.body(), UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
