package org.sockeye.internal.cdi;

class ScopesOnOpenWebBeansTest extends ScopeContract {

    ScopesOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
