package org.sockeye.internal.cdi;

class RefusalsOnOpenWebBeansTest extends RefusalContract {

    RefusalsOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
