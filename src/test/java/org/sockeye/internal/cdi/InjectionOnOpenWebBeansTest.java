package org.sockeye.internal.cdi;

class InjectionOnOpenWebBeansTest extends InjectionContract {

    InjectionOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
