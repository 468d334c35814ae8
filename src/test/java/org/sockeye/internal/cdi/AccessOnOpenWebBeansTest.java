package org.sockeye.internal.cdi;

class AccessOnOpenWebBeansTest extends AccessContract {

    AccessOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
