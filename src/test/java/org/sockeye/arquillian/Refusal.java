package org.sockeye.arquillian;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deployments that the container refuses: some containers say why to who deploys, all say it in their log. */
final class Refusal {

    private static final String TOMCAT_SAYS = "startup failed due to previous errors";

    private Refusal() {}

    /** Deploys a WAR (of a method with {@code managed = false}), which must fail, and answers with all that was said. */
    static String of(Deployer deployer, String deployment) throws IOException {
        ContainerLog log = new ContainerLog();
        StringBuilder said = new StringBuilder();
        try {
            deployer.deploy(deployment);
            deployer.undeploy(deployment);
            if (log.linesWith(TOMCAT_SAYS).isEmpty()) {
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
