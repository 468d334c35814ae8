package org.sockeye.internal.cdi;

class AsyncOnWeldTest extends AsyncContract {

    AsyncOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
