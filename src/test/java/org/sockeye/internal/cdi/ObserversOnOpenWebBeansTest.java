package org.sockeye.internal.cdi;

class ObserversOnOpenWebBeansTest extends ObserverContract {

    ObserversOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
