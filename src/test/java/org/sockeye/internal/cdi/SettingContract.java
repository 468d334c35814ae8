package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.ConfigurationException;
import org.sockeye.internal.core.ProducedSettings.Produced;

/** Which beans give settings to a server, and which stop the deployment because a server is missing, whichever CDI implementation runs them. */
abstract class SettingContract extends CdiContract {

    SettingContract(CdiImplementation cdi) {
        super(cdi);
    }

    /** The servers that the web application has. */
    private static void declare(@Nullable String standard, String... names) {
        directory().declare(List.of(names), standard);
    }

    private static List<Produced> produced(String server) {
        return directory().settings().of(directory().server(server));
    }

    /** The strongest first. */
    private static List<String> intervals(String server) {
        return produced(server).stream()
                .map(each -> each.settings().given().get("pingInterval"))
                .toList();
    }

    @Nested
    class A_producer {

        @Test
        void without_a_qualifier_is_for_every_server() {
            start(SettingBeansOfTests.ForEveryServer.class);
            declare(null, "admin", "chat");
            assertThat(intervals("admin")).containsExactly("1");
            assertThat(intervals("chat")).containsExactly("1");
        }

        @Test
        void may_be_a_field_and_a_singleton() {
            start(SettingBeansOfTests.ForEveryServerByField.class);
            declare("chat", "chat");
            assertThat(intervals("chat")).containsExactly("2");
        }

        @Test
        void of_one_server_is_for_that_and_stronger() {
            start(SettingBeansOfTests.ForEveryServer.class, SettingBeansOfTests.ForEachServer.class);
            declare(null, "admin", "chat", "game");
            assertThat(intervals("admin")).containsExactly("3", "1");
            assertThat(intervals("chat")).containsExactly("4", "1");
            assertThat(intervals("game")).containsExactly("1");
        }

        @Test
        void of_no_name_is_for_the_default_server() {
            start(SettingBeansOfTests.ForTheDefaultServer.class);
            declare("chat", "admin", "chat");
            assertThat(intervals("chat")).containsExactly("5");
            assertThat(intervals("admin")).isEmpty();
        }

        @Test
        void may_be_replaced_by_an_alternative() {
            start(SettingBeansOfTests.ForEveryServer.class, SettingBeansOfTests.InsteadOfTheOthers.class);
            declare("chat", "chat");
            assertThat(intervals("chat")).containsExactly("6");
        }

        @Test
        void may_ask_for_beans() {
            start(SettingBeansOfTests.ByWhatIsInjected.class, SettingBeansOfTests.Interval.class);
            declare("chat", "chat");
            assertThat(intervals("chat")).containsExactly("7");
        }

        @Test
        void is_named_in_messages() {
            start(SettingBeansOfTests.ForEveryServer.class);
            declare("chat", "chat");
            assertThat(produced("chat"))
                    .extracting(Produced::source)
                    .containsExactly("the SocketIoConfig that " + SettingBeansOfTests.ForEveryServer.class.getName()
                            + " produces");
        }

        @Test
        void is_not_needed() {
            start();
            declare("chat", "chat");
            assertThat(produced("chat")).isEmpty();
        }
    }

    @Nested
    class Refused_is {

        @Test
        void a_value_that_cannot_work() {
            start(SettingBeansOfTests.Wrong.class);
            declare("chat", "chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> produced("chat"))
                    .withMessageContaining("Setting \"pingInterval\" is \"soon\"; allowed is")
                    .withMessageContaining(SettingBeansOfTests.Wrong.class.getName());
        }

        @Test
        void a_producer_that_fails() {
            start(SettingBeansOfTests.Failing.class);
            declare("chat", "chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> produced("chat"))
                    .withMessageContaining(SettingBeansOfTests.Failing.class.getName())
                    .withStackTraceContaining("the database is down");
        }

        @Test
        void one_producer_too_many() {
            start(SettingBeansOfTests.ForEveryServer.class, SettingBeansOfTests.ForEveryServerByField.class);
            declare("chat", "chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> produced("chat"))
                    .withMessageContaining("Several beans")
                    .withMessageContaining(SettingBeansOfTests.ForEveryServer.class.getName())
                    .withMessageContaining(SettingBeansOfTests.ForEveryServerByField.class.getName());
        }

        @Test
        void what_is_for_a_server_that_there_is_not() {
            for (Class<?> wrong : List.of(SettingBeansOfTests.ForNobody.class, SettingBeansOfTests.WantsOne.class)) {
                start(wrong);
                declare("chat", "admin", "chat");
                assertThatExceptionOfType(ConfigurationException.class)
                        .isThrownBy(() -> directory().checkRequired())
                        .withMessageContaining("no Socket.IO server \"game\"")
                        .withMessageContaining("admin, chat")
                        .withMessageContaining(wrong.getName());
                stop();
            }
        }

        @Test
        void an_unqualified_injection_point_where_there_is_no_default() {
            start(SettingBeansOfTests.WantsTheDefault.class);
            declare(null, "admin", "chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> directory().checkRequired())
                    .withMessageContaining("none is the default")
                    .withMessageContaining("WantsTheDefault.io");
        }
    }
}
