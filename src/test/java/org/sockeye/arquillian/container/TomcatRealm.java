package org.sockeye.arquillian.container;

import java.security.Principal;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.jspecify.annotations.Nullable;

/** The users of the tests, for Tomcat. */
public class TomcatRealm extends RealmBase {

    @Override
    protected @Nullable String getPassword(String name) {
        return TestUser.ALL.stream()
                .filter(user -> user.name().equals(name))
                .map(TestUser::password)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected @Nullable Principal getPrincipal(String name) {
        return TestUser.ALL.stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new GenericPrincipal(user.name(), user.roles()))
                .findFirst()
                .orElse(null);
    }
}
