package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.On;

/** Observers of every type of payload. */
final class PayloadBeans {

    private PayloadBeans() {}

    public record Item(String name, int count) {}

    public static class Person {
        public String name = "";
    }

    @ApplicationScoped
    static class EveryType {

        @Inject
        Recorder recorder;

        void record(@Observes @On("record") Item item) {
            recorder.saw(item);
        }

        void pojo(@Observes @On("pojo") Person person) {
            recorder.saw(person.name);
        }

        void text(@Observes @On("text") String text) {
            recorder.saw(text);
        }

        void primitiveInt(@Observes @On("int") int number) {
            recorder.saw(number);
        }

        void boxedLong(@Observes @On("long") Long number) {
            recorder.saw(number);
        }

        void primitiveDouble(@Observes @On("double") double number) {
            recorder.saw(number);
        }

        void primitiveBoolean(@Observes @On("boolean") boolean flag) {
            recorder.saw(flag);
        }

        void list(@Observes @On("list") List<Item> items) {
            recorder.saw(items);
        }

        void map(@Observes @On("map") Map<String, Item> items) {
            recorder.saw(items);
        }

        void json(@Observes @On("json") JsonValue json) {
            recorder.saw(json);
        }

        void bytes(@Observes @On("bytes") byte[] bytes) {
            recorder.saw(bytes);
        }

        void optional(@Observes @On("optional") Optional<Item> item) {
            recorder.saw(item);
        }

        void optionalList(@Observes @On("optional list") Optional<List<Item>> items) {
            recorder.saw(items);
        }

        void event(@Observes @On("event") SocketEvent event) {
            recorder.saw(event);
        }
    }

    @ApplicationScoped
    static class Everything {

        @Inject
        Recorder recorder;

        void any(@Observes @On SocketEvent event) {
            recorder.saw("any " + event.name());
        }
    }

    @ApplicationScoped
    static class SameType {

        @Inject
        Recorder recorder;

        void one(@Observes @On("items") List<Item> items) {
            recorder.saw(items);
        }

        void two(@Observes @On("items") List<Item> items) {
            recorder.saw(items);
        }
    }

    @ApplicationScoped
    static class TwoTypes {

        @Inject
        Recorder recorder;

        void number(@Observes @On("value") int number) {
            recorder.saw(number);
        }

        void text(@Observes @On("value") String text) {
            recorder.saw(text);
        }
    }
}
