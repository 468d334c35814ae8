package org.sockeye.arquillian;

import java.lang.management.ManagementFactory;
import java.net.URI;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Where the container of the tests listens. */
final class Tomcat {

    private Tomcat() {}

    /** The address of a path. The adapter only knows that any port was asked for; Tomcat's own MBean knows which it is. */
    static URI address(String path) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName connector = beans.queryNames(new ObjectName("*:type=Connector,*"), null)
                .iterator()
                .next();
        return URI.create("http://127.0.0.1:" + beans.getAttribute(connector, "localPort") + path);
    }
}
