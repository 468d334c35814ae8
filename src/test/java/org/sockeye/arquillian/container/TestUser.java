package org.sockeye.arquillian.container;

import java.util.List;

/** Who may log in at every container of the tests. */
public record TestUser(String name, String password, List<String> roles) {

    public static final TestUser ALICE = new TestUser("alice", "wonderland", List.of("user", "admin"));
    public static final TestUser BOB = new TestUser("bob", "builder", List.of("user"));

    static final List<TestUser> ALL = List.of(ALICE, BOB);

    /** The context.xml of a WAR on Tomcat that lets them in. */
    public static String contextForTomcat() {
        return "<Context><Realm className='org.sockeye.arquillian.container.TomcatRealm'/></Context>";
    }
}
