package org.sockeye.conformance;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.sockeye.harness.EngineClient;

/** How a client of long-polling writes and reads payloads: its revision, and the form that it asks for. */
interface Payloads {

    /** The query parameters of every request, but for the session id. */
    String query();

    /** Puts packets into a POST. */
    void write(HttpRequest.Builder post, List<String> packets);

    /** Does a GET, and takes its payload apart; only for a status of 200. */
    List<String> read(HttpResponse<byte[]> answer);

    /** Does a request of this form. */
    default HttpRequest.Builder request(EngineClient client, String sid) {
        return client.request(query() + "&transport=polling" + (sid.isEmpty() ? "" : "&sid=" + sid));
    }
}
