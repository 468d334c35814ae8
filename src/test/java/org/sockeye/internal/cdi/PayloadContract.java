package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.cdi.PayloadBeans.Item;

/** What observers are given, whichever CDI implementation calls them. */
abstract class PayloadContract extends CdiContract {

    PayloadContract(CdiImplementation cdi) {
        super(cdi);
    }

    @Nested
    class A_payload_arrives_as_the_type_that_its_observer_asks_for {

        private void arrives(String event, String json, Object expected) {
            start(PayloadBeans.EveryType.class);
            assertThat(receive(event, json)).isTrue();
            assertThat(seen()).isEqualTo(List.of(expected));
        }

        @Test
        void a_record() {
            arrives("record", "{\"name\":\"nut\",\"count\":3}", new Item("nut", 3));
        }

        @Test
        void a_pojo() {
            arrives("pojo", "{\"name\":\"Eve\"}", "Eve");
        }

        @Test
        void a_string() {
            arrives("text", "\"hello\"", "hello");
        }

        @Test
        void an_int() {
            arrives("int", "42", 42);
        }

        @Test
        void a_long() {
            arrives("long", "42", 42L);
        }

        @Test
        void a_double() {
            arrives("double", "4.5", 4.5);
        }

        @Test
        void a_boolean() {
            arrives("boolean", "true", true);
        }

        @Test
        void a_list_of_records() {
            arrives("list", "[{\"name\":\"nut\",\"count\":3}]", List.of(new Item("nut", 3)));
        }

        @Test
        void a_map_of_records() {
            arrives("map", "{\"a\":{\"name\":\"nut\",\"count\":3}}", Map.of("a", new Item("nut", 3)));
        }

        @Test
        void an_optional() {
            arrives("optional", "{\"name\":\"nut\",\"count\":3}", Optional.of(new Item("nut", 3)));
        }

        @Test
        void an_empty_optional_for_null() {
            arrives("optional", "null", Optional.empty());
        }

        @Test
        void an_optional_list() {
            arrives("optional list", "[{\"name\":\"nut\",\"count\":3}]", Optional.of(List.of(new Item("nut", 3))));
        }

        @Test
        void a_json_value() {
            start(PayloadBeans.EveryType.class);
            receive("json", "{\"a\":1}");
            assertThat(seen()).singleElement().isInstanceOfSatisfying(JsonObject.class, json -> assertThat(
                            json.getInt("a"))
                    .isEqualTo(1));
        }

        @Test
        void bytes() {
            start(PayloadBeans.EveryType.class);
            byte[] data = {1, 2, 3};
            receive("bytes", data);
            assertThat(seen()).containsExactly(data);
        }

        @Test
        void two_observers_of_one_event_may_ask_for_different_types() {
            start(PayloadBeans.TwoTypes.class);
            receive("value", "7");
            assertThat(seen()).containsExactlyInAnyOrder(7, "7");
        }
    }

    @Test
    void observers_that_ask_for_the_same_type_share_one_payload() {
        start(PayloadBeans.SameType.class);
        receive("items", "[{\"name\":\"nut\",\"count\":3}]");
        assertThat(seen()).hasSize(2);
        assertThat(seen().get(0)).isSameAs(seen().get(1));
    }

    @Nested
    class An_event_is_observed_as_it_came {

        @Test
        void without_arguments() {
            start(PayloadBeans.EveryType.class);
            FakeEvent event = new FakeEvent(alice, "event");
            receive(event);
            assertThat(seen()).singleElement().isSameAs(event);
        }

        @Test
        void with_several_arguments() {
            start(PayloadBeans.EveryType.class);
            FakeEvent event = new FakeEvent(alice, "event", "1", "\"two\"");
            receive(event);
            assertThat(seen()).singleElement().isSameAs(event);
        }

        @Test
        void with_any_name() {
            start(PayloadBeans.Everything.class);
            assertThat(receive("this")).isTrue();
            assertThat(receive("that", "1")).isTrue();
            assertThat(seen()).containsExactly("any this", "any that");
        }

        @Test
        void with_any_name_without_counting_for_somebody_whom_the_event_fits() {
            start(PayloadBeans.Everything.class);
            receive("this");
            assertThat(outcome.log).isEmpty();
        }
    }
}
