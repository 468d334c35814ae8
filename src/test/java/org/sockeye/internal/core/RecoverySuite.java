package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.internal.engine.CloseReason;

/** Clients that lose their connections and come back. */
abstract class RecoverySuite extends CoreSuite {

    private static final Pattern WELCOME =
            Pattern.compile("0(?:/[^,]*,)?\\{\"sid\":\"([\\w-]{20})\",\"pid\":\"([\\w-]{20})\"}");
    private static final Pattern OFFSET = Pattern.compile(",\"([\\w.-]+)\"]$");

    /** What connection listeners were given. */
    final List<Socket> seen = Collections.synchronizedList(new ArrayList<>());

    RecoverySuite(Dispatch dispatch) {
        super(dispatch);
        server.onConnection(seen::add);
    }

    /** A client that was connected, with what it knows by then. */
    record Guest(FakeConnection client, String sid, String pid) {}

    void startRecovering(String... settings) {
        String[] all = new String[settings.length + 2];
        all[0] = "connectionStateRecovery";
        all[1] = "true";
        System.arraycopy(settings, 0, all, 2, settings.length);
        start(all);
    }

    /** A new client. */
    Guest arrive() throws InterruptedException {
        return guest(open().says("0"));
    }

    Guest guest(FakeConnection client) throws InterruptedException {
        List<String> heard = heard(client);
        Matcher welcome = WELCOME.matcher(heard.get(heard.size() - 1));
        assertThat(welcome.matches()).as("a welcome with a secret: " + heard).isTrue();
        client.forgetWhatWasHeard();
        return new Guest(client, welcome.group(1), welcome.group(2));
    }

    /** The client's connection breaks. */
    void lose(Guest guest) throws InterruptedException {
        guest.client.breaks(CloseReason.TRANSPORT_CLOSE);
        settle();
    }

    /** A client comes and says that it was that one, and had read that much. */
    FakeConnection claim(Guest guest, @Nullable String offset) throws InterruptedException {
        return claim(guest.pid, offset);
    }

    FakeConnection claim(String pid, @Nullable String offset) throws InterruptedException {
        String read = offset == null ? "" : ",\"offset\":\"" + offset + "\"";
        FakeConnection client = open().says("0{\"pid\":\"" + pid + "\"" + read + "}");
        settle();
        return client;
    }

    /** The offset of an event that a client heard. */
    static String offset(String event) {
        Matcher matcher = OFFSET.matcher(event);
        assertThat(matcher.find()).as("an offset in " + event).isTrue();
        return matcher.group(1);
    }

    /** The last offset that a client heard. */
    String lastOffset(Guest guest) throws InterruptedException {
        List<String> heard = heard(guest.client);
        return offset(heard.get(heard.size() - 1));
    }

    /** What was heard, without offsets. */
    List<String> events(FakeConnection client) throws InterruptedException {
        return heard(client).stream()
                .map(text -> text.startsWith("2") || text.startsWith("5")
                        ? OFFSET.matcher(text).replaceFirst("]")
                        : text)
                .toList();
    }

    /** How a client is greeted that is recovered. */
    static String welcome(Guest guest) {
        return "0{\"sid\":\"" + guest.sid + "\",\"pid\":\"" + guest.pid + "\"}";
    }

    void assertBeginsAnew(FakeConnection client, Guest before) throws InterruptedException {
        assertThat(heard(client)).hasSize(1);
        Guest now = guest(client);
        assertThat(now.sid).isNotEqualTo(before.sid);
        assertThat(now.pid).isNotEqualTo(before.pid);
        assertThat(last().recovered()).isFalse();
    }

    /** The socket that came last. */
    Socket last() {
        return seen.get(seen.size() - 1);
    }
}
