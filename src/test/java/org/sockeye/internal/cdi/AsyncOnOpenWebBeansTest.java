package org.sockeye.internal.cdi;

class AsyncOnOpenWebBeansTest extends AsyncContract {

    AsyncOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
