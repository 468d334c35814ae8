package org.sockeye.internal.cdi;

class InjectionOnWeldTest extends InjectionContract {

    InjectionOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
