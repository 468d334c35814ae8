package org.sockeye.harness;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.jspecify.annotations.Nullable;

/** The users of an application on Tomcat, who log in by a header; the password of each is her name. Nobody has to, unless a path is protected. */
public final class Users implements Consumer<StandardContext> {

    private final Map<String, List<String>> roles = new ConcurrentHashMap<>();

    /** Who is in which roles from now on. */
    public Users with(String user, String... her) {
        roles.put(user, List.of(her));
        return this;
    }

    /** The header by which a user logs in, name and value. */
    public static String[] login(String user) {
        String credentials = user + ":" + user;
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
        };
    }

    @Override
    public void accept(StandardContext context) {
        context.setRealm(new Known());
        context.setLoginConfig(new LoginConfig("BASIC", "users", null, null));
        context.setPreemptiveAuthentication(true);
        context.getPipeline().addValve(new BasicAuthenticator());
    }

    /** Only members of a role come to a path. */
    public static void protect(StandardContext context, String pattern, String role) {
        SecurityCollection paths = new SecurityCollection();
        paths.addPattern(pattern);
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(paths);
        constraint.addAuthRole(role);
        constraint.setAuthConstraint(true);
        context.addConstraint(constraint);
        context.addSecurityRole(role);
    }

    private final class Known extends RealmBase {

        @Override
        protected @Nullable String getPassword(String username) {
            return roles.containsKey(username) ? username : null;
        }

        /** A new object each time, as of many realms. */
        @Override
        protected Principal getPrincipal(String username) {
            return new GenericPrincipal(username, Objects.requireNonNull(roles.get(username)));
        }
    }
}
