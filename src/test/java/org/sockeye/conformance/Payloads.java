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

    /** The body of a POST that is no payload. */
    default String malformed() {
        return "abc";
    }

    /** Takes the payload of an answer apart. */
    List<String> read(HttpResponse<byte[]> answer);

    /** A request to be changed and sent; the session id is empty for the first one. */
    default HttpRequest.Builder request(EngineClient client, String sid) {
        return client.request(query() + "&transport=polling" + (sid.isEmpty() ? "" : "&sid=" + sid));
    }
}
