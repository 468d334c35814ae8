package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockeye.internal.json.Codecs.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.internal.json.Payloads.Anything;
import org.sockeye.internal.json.Payloads.Photo;

class ManyThreadsTest {

    private static final int THREADS = 8;

    static Stream<JsonbCodec> codecs() {
        return Stream.of(Codecs.yasson(), Codecs.johnzon());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void share_one_codec_and_never_see_bytes_of_another(JsonbCodec codec) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < THREADS * 4; i++) {
                int id = i;
                work.add(() -> roundTrips(codec, id));
            }
            for (Future<Boolean> done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
            codec.close();
        }
    }

    private static boolean roundTrips(JsonbCodec codec, int id) {
        for (int i = 0; i < 100; i++) {
            List<byte[]> attachments = new ArrayList<>();
            byte[] data = bytes(id, i);
            String json = codec.write(List.of(new Anything(data), new Photo("n" + id, data)), attachments);
            assertThat(attachments).containsExactly(data, data);
            Object[] back = (Object[]) Objects.requireNonNull(codec.read(json, Photo[].class, attachments));
            assertThat(((Photo) back[1]).data()).isEqualTo(data);
        }
        return true;
    }
}
