package org.sockeye.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** Payloads of revision 3 as arguments of a call in JavaScript one way, and as a form the other. */
final class PayloadsByJsonp implements Payloads {

    private static final String CALL = "___eio[7](";

    @Override
    public String query() {
        return "EIO=3&b64=1&j=7";
    }

    /** Line feeds become a backslash and an n, and what was that already has one more backslash; a backslash before a line feed is lost. */
    @Override
    public void write(HttpRequest.Builder post, List<String> packets) {
        String escaped =
                PayloadsOfRevision3.text(packets).replace("\\n", "\\\n").replace("\n", "\\n");
        post.header("Content-Type", "application/x-www-form-urlencoded");
        post.POST(BodyPublishers.ofString("d=" + URLEncoder.encode(escaped, UTF_8)));
    }

    @Override
    public String malformed() {
        return "d=abc";
    }

    @Override
    public List<String> read(HttpResponse<byte[]> answer) {
        String script = new String(answer.body(), UTF_8);
        assertThat(script).startsWith(CALL).endsWith(");");
        String argument = script.substring(CALL.length(), script.length() - 2);
        JsonArray parsed =
                Json.createReader(new StringReader("[" + argument + "]")).readArray();
        return PayloadsOfRevision3.readText(parsed.getString(0));
    }
}
