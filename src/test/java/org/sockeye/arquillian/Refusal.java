package org.sockeye.arquillian;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deployments that the container refuses: some containers say why to who deploys, all say it in their log. */
final class Refusal {

    /** Tomcat tells only its log. */
    private static final List<String> TOMCAT_SAYS =
            List.of("startup failed due to previous errors", "Error deploying web application archive");

    private Refusal() {}

    /** Deploys a WAR (of a method with {@code managed = false}), which must fail, and answers with all that was said. */
    static String of(Deployer deployer, String deployment) throws IOException {
        ContainerLog log = new ContainerLog();
        StringBuilder said = new StringBuilder();
        try {
            deployer.deploy(deployment);
            deployer.undeploy(deployment);
            if (TOMCAT_SAYS.stream().noneMatch(log.said()::contains)) {
                throw new AssertionError(deployment + " was not refused");
            }
        } catch (Exception refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                said.append(cause).append('\n');
            }
        }
        return said + log.said();
    }
}
