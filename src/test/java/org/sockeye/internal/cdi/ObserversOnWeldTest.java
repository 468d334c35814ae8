package org.sockeye.internal.cdi;

class ObserversOnWeldTest extends ObserverContract {

    ObserversOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
