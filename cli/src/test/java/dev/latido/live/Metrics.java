package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process shows to Prometheus, at the address that it says. */
final class Metrics {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/metrics");

    private Metrics() {}

    /** All series of a metric, as lines. */
    static List<String> of(JavaProcess process, String name) throws Exception {
        Matcher address = ADDRESS.matcher(process.output());
        assertThat(address.find()).as(process.output()).isTrue();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address.group())).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(name + "{"))
                .sorted()
                .toList();
    }
}
