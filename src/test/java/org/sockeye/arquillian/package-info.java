/**
 * WARs on containers, deployed by Arquillian: each test runs on Tomcat with Weld, on TomEE and on WildFly.
 *
 * <p>A test ends with {@code IT}, has {@code @ArquillianTest} and {@code @RunAsClient}, and makes its WAR in a static method with
 * {@code @Deployment(testable = false)} by {@link org.sockeye.arquillian.Wars#of}, which adds the library and what the container
 * lacks. The classes given to it, with the classes within them, are the application; the test itself must load no class of the
 * library, and none that extends one or has one in its fields' initial values: only the WAR has the library. Where the application is, Arquillian puts into a field
 * {@code @ArquillianResource private URL application}; {@link org.sockeye.arquillian.TestClient} connects to it. ChatIT is the
 * example. A deployment costs a second or more: one WAR for each subject, and many tests with it.
 *
 * <p>{@link org.sockeye.arquillian.Refusal} is for deployments that must fail, {@link org.sockeye.arquillian.ContainerLog} for what the container says
 * meanwhile, {@link org.sockeye.arquillian.container.TestUser} for who may log in (by {@code TestClient.as}, where the WAR's web.xml
 * has {@code login-config} BASIC), and {@link org.sockeye.arquillian.Container#HERE} tells which container it is. A library that the WAR brings on
 * each container is copied by an execution of Maven's {@code copy-dependencies}, as for {@link org.sockeye.arquillian.Wars#monitoring}.
 *
 * <p>What is only for Tomcat has {@code @Tag("tomcat")}. What needs EJBs or REST, which Tomcat has not, has {@code @Tag("enterprise")}, and
 * runs on the others. SuiteMapTest knows which promise is about that.
 *
 * <p>One class on one container, and nothing else of the build:
 *
 * <pre>
 * mvn -q -Dcontainer=wildfly -Dit.test=ChatIT
 * </pre>
 *
 * with {@code tomcat}, {@code tomee} or {@code wildfly}; without {@code -Dit.test} all of them. With a newer JDK, or with {@code -P-lint},
 * it compiles without the lints, and faster; TomEE does not run on JDK 24 and later, unless {@code -Dtomee.java.home=...} names an
 * older one. What they say is in {@code target/containers/tomee/server.log} and in
 * {@code target/containers/wildfly-.../standalone/log/server.log}.
 */
@NullMarked
package org.sockeye.arquillian;

import org.jspecify.annotations.NullMarked;
