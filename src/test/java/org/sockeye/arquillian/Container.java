package org.sockeye.arquillian;

import java.util.Locale;

/** The containers that the tests run on. */
enum Container {
    TOMCAT,
    TOMEE,
    WILDFLY;

    /** The one that runs this test. */
    static final Container HERE =
            valueOf(System.getProperty("arquillian.launch", "tomcat").toUpperCase(Locale.ROOT));
}
