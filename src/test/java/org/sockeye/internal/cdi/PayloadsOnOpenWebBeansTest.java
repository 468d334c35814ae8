package org.sockeye.internal.cdi;

class PayloadsOnOpenWebBeansTest extends PayloadContract {

    PayloadsOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
