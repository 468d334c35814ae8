package org.sockeye.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockeye.features.FeatureTable.Row;

/** What makes a table untrue. */
class FeatureTableRulesTest {

    private static final Method A_TEST = FeatureTableRulesTest.class.getDeclaredMethods()[0];

    @Test
    void a_member_of_the_same_name_with_a_test_is_there() {
        assertThat(problems("Socket.emit", "", "Socket.emit")).isEmpty();
        assertThat(problems("Server.emit", "", "Server.emit")).isEmpty();
        assertThat(problems("BroadcastOperator.to", "", "BroadcastOperator.to")).isEmpty();
    }

    @Test
    void a_member_of_another_name_with_a_test_is_there() {
        assertThat(problems("Socket.volatile", "Socket.volatile = Socket.asVolatile", "Socket.volatile"))
                .isEmpty();
    }

    @Test
    void a_member_with_a_reason_need_not_be_there() {
        assertThat(problems("Server.attach", "Server.attach: The container does."))
                .isEmpty();
    }

    @Test
    void a_member_without_counterpart_and_reason_is_missing() {
        assertThat(problems("Socket.teleport", "", "Socket.teleport"))
                .containsExactly("Socket.teleport: there is no Socket.teleport, and no reason why");
    }

    @Test
    void a_member_without_a_test_is_missing() {
        assertThat(problems("Socket.emit", "")).containsExactly("Socket.emit: no test covers it");
    }

    @Test
    void a_counterpart_that_does_not_exist_is_found() {
        assertThat(problems("Socket.volatile", "Socket.volatile = Socket.asVolatile, Socket.gone", "Socket.volatile"))
                .containsExactly("Socket.volatile: there is no Socket.gone, and no reason why");
        assertThat(problems("Socket.volatile", "Socket.volatile = Gone.gone", "Socket.volatile"))
                .containsExactly("Socket.volatile: there is no Gone.gone, and no reason why");
    }

    @Test
    void what_every_object_has_is_no_counterpart() {
        assertThat(problems("Socket.notify", "", "Socket.notify")).hasSize(1);
    }

    @Test
    void a_reason_for_what_is_there_is_stale() {
        assertThat(problems("Socket.emit", "Socket.emit: Nobody asked for it."))
                .containsExactly("Socket.emit: has a reason why it is not there, and is there");
    }

    @Test
    void a_reason_for_what_a_test_covers_is_stale() {
        assertThat(problems("Server.attach", "Server.attach: The container does.", "Server.attach"))
                .singleElement()
                .asString()
                .contains("and a test");
    }

    @Test
    void a_line_for_what_is_no_more_is_stale() {
        assertThat(problems("Socket.emit", "Socket.emitted: No reason.\n*.gone = Socket.emit", "Socket.emit"))
                .containsExactly(
                        "Socket.emitted: the line is about nothing that socket.io has",
                        "*.gone: the line is about nothing that socket.io has");
    }

    @Test
    void two_lines_for_one_member_are_one_too_many() {
        assertThat(problems("Server.attach", "Server.attach: One reason.\nServer.attach: Another."))
                .hasSize(1);
    }

    @Test
    void a_test_of_what_is_no_more_is_found() {
        assertThat(problems("Socket.emit", "", "Socket.emit", "Socket.gone"))
                .containsExactly("Socket.gone: a test covers it, and socket.io has no such member");
    }

    @Test
    void a_line_for_several_holds_where_none_is_for_one() {
        List<Line> lines = Line.parse("Socket.write = Socket.emit\n*.write: `send` by another name.")
                .toList();
        FeatureTable table = new FeatureTable(List.of("Socket.write", "Server.write"), lines, Map.of());
        assertThat(table.rows).extracting(Row::isAbsent).containsExactly(false, true);
    }

    @Test
    void a_line_that_is_neither_counterpart_nor_reason_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.parse("Socket.write").toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.parse("Socket.write:").toList());
    }

    private static List<String> problems(String member, String lines, String... covered) {
        Map<String, List<Method>> tests =
                Arrays.stream(covered).collect(Collectors.toMap(name -> name, name -> List.of(A_TEST)));
        return new FeatureTable(List.of(member), Line.parse(lines).toList(), tests).problems();
    }
}
