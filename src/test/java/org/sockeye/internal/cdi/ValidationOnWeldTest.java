package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.Extension;
import org.hibernate.validator.cdi.ValidationExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValidationOnWeldTest extends ValidationContract {

    ValidationOnWeldTest() {
        super(CdiImplementation.WELD);
    }

    @Nested
    class Where_the_container_validates_methods extends Rules {

        @Override
        void begin(Class<?>... beans) {
            start(new Extension[] {new ValidationExtension()}, beans);
        }

        @Test
        void an_observer_that_its_interceptor_does_not_see_is_validated_by_us() {
            begin(ValidationBeans.Hidden.class);
            receive("said", "{\"text\":\"hi\"}");
            receive("said", "{\"text\":\"odd\"}");
            assertThat(seen()).containsExactly("hidden hi");
            assertThat(ValidationBeans.VALIDATED).hasValue(2);
        }
    }
}
