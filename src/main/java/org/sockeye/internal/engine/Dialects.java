package org.sockeye.internal.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.PayloadCodec;

/**
 * Which dialects a server understands, and which of them a request asks for.
 *
 * <p>What a client says in the request that opens its session holds for the session; a WebSocket that is to take over says for itself whether
 * it takes bytes.
 */
final class Dialects {

    private static final String REVISION_4 = "4";
    private static final String REVISION_3 = "3";
    private static final Set<String> YES = Set.of("1", "true");

    private final boolean oldClients;
    private final EngineCodec v4;
    private final EngineCodec v4InText;
    private final EngineCodec v3;
    private final EngineCodec v3InText;

    /** With old clients come revision 3 and JSON-P. The body of a POST may have no more packets than given. */
    Dialects(boolean oldClients, int maxPacketsPerPayload) {
        this.oldClients = oldClients;
        this.v4 = EngineCodec.revision4(maxPacketsPerPayload, false);
        this.v4InText = EngineCodec.revision4(maxPacketsPerPayload, true);
        this.v3 = EngineCodec.revision3(maxPacketsPerPayload, false);
        this.v3InText = EngineCodec.revision3(maxPacketsPerPayload, true);
    }

    /** Whether the request names a revision that is understood. */
    boolean understands(EngineRequest request) {
        return REVISION_4.equals(request.eio()) || (oldClients && REVISION_3.equals(request.eio()));
    }

    /** The dialect of a request that keeps the rules. */
    Dialect of(EngineRequest request) {
        String callback = jsonp(request);
        EngineCodec codec = codec(request, callback != null || YES.contains(String.valueOf(request.parameter("b64"))));
        PayloadCodec payloads = codec.payloads();
        return new Dialect(codec, callback == null ? payloads : new JsonpPayloads(callback, payloads));
    }

    private EngineCodec codec(EngineRequest request, boolean base64) {
        if (REVISION_3.equals(request.eio())) {
            return base64 ? v3InText : v3;
        }
        return base64 ? v4InText : v4;
    }

    /** Which callback the client polls by; {@code null} when it does so in the usual way. */
    private @Nullable String jsonp(EngineRequest request) {
        return oldClients && Transport.POLLING.wireName().equals(request.transport()) ? request.parameter("j") : null;
    }
}
