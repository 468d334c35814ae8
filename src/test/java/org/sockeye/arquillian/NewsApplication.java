package org.sockeye.arquillian;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST resources of {@link EnterpriseIT}: all that there are. */
@ApplicationPath("rest")
public class NewsApplication extends Application {}
