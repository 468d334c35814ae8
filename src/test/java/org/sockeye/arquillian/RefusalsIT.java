package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that cannot work are not deployed, and whoever deploys them is told what is wrong with which method or setting. */
@ArquillianTest
@RunAsClient
class RefusalsIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private Deployer deployer;

    @Deployment(name = "phase", managed = false, testable = false)
    static WebArchive phase() {
        return Wars.of("phase.war", Refused.Phase.class);
    }

    @Deployment(name = "reserved", managed = false, testable = false)
    static WebArchive reserved() {
        return Wars.of("reserved.war", Refused.Reserved.class);
    }

    @Deployment(name = "metadata", managed = false, testable = false)
    static WebArchive metadata() {
        return Wars.of("metadata.war", Refused.Metadata.class);
    }

    @Deployment(name = "variable", managed = false, testable = false)
    static WebArchive variable() {
        return Wars.of("variable.war", Refused.Variable.class);
    }

    @Deployment(name = "keeper", managed = false, testable = false)
    static WebArchive keeper() {
        return Wars.of("keeper.war", Refused.Keeper.class);
    }

    @Deployment(name = "setting", managed = false, testable = false)
    static WebArchive setting() {
        return Wars.of("setting.war", Refused.Fine.class).setWebXML(Wars.webXml(parameter("pingInterval", "soon")));
    }

    @Deployment(name = "name", managed = false, testable = false)
    static WebArchive name() {
        return Wars.of("name.war", Refused.Fine.class).setWebXML(Wars.webXml(parameter("pingIntervall", "25000")));
    }

    @Deployment(name = "undecided", managed = false, testable = false)
    static WebArchive undecided() {
        return Wars.of("undecided.war", Undecided.class).setWebXML(Wars.webXml(server("chat") + server("admin")));
    }

    private static String server(String name) {
        return """
                <servlet>
                  <servlet-name>%1$s</servlet-name>
                  <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
                  <async-supported>true</async-supported>
                </servlet>
                <servlet-mapping>
                  <servlet-name>%1$s</servlet-name>
                  <url-pattern>/%1$s/*</url-pattern>
                </servlet-mapping>
                """
                .formatted(name);
    }

    private static String parameter(String setting, String value) {
        return "<context-param><param-name>sockeye." + setting + "</param-name><param-value>" + value
                + "</param-value></context-param>";
    }

    @ParameterizedTest
    @CsvSource({
        "phase, Phase.commits, AFTER_SUCCESS",
        "reserved, Reserved.never, reserved event name",
        "metadata, Metadata.describes, EventMetadata",
        "variable, Variable.binds, type variable",
        "keeper, Keeper.kept, no current Socket",
        "setting, pingInterval, soon",
        "name, pingIntervall, pingInterval",
        "undecided, chat, admin"
    })
    void it_is_said_where_and_what(String deployment, String where, String what) throws Exception {
        assertThat(Refusal.of(deployer, deployment)).contains(where, what);
    }
}
