package org.sockeye.internal.cdi;

class MonitoringOnWeldTest extends MonitoringContract {

    MonitoringOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
