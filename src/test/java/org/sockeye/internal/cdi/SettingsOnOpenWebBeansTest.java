package org.sockeye.internal.cdi;

class SettingsOnOpenWebBeansTest extends SettingContract {

    SettingsOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
