package io.fairlead.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestTopicTest {

    @Test
    void parseShouldFindTheOperationWhereverItStands() {
        assertThat(RequestTopic.parse(
                        "$dps/registrations/GET/iotdps-get-operationstatus/?operationId=4.a%2Eb&api-version=1&$rid=x"))
                .hasValueSatisfying(topic -> {
                    assertThat(topic.verb()).isEqualTo(RequestTopic.Verb.POLL);
                    assertThat(topic.rid()).isEqualTo("x");
                    assertThat(topic.operationId()).contains("4.a.b");
                });
    }

    @Test
    void parseShouldRefuseARidThatCannotBeEchoed() {
        String register = "$dps/registrations/PUT/iotdps-register/?$rid=";

        assertThat(RequestTopic.parse(register + "é".repeat(512))).isPresent();
        assertThat(RequestTopic.parse(register + "é".repeat(513))).isEmpty();
        assertThat(RequestTopic.parse(register + "bad\ufffd")).isEmpty();
    }
}
