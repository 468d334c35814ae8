package org.sockeye.internal.cdi;

class MonitoringOnOpenWebBeansTest extends MonitoringContract {

    MonitoringOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
