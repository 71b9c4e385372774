package io.fairlead.adapters.webhook;

/**
 * What a webhook answered.
 *
 * @param status of the answer, 200 to 599
 * @param body at most {@link WebhookSettings#MAX_BODY} bytes
 */
record HttpAnswer(int status, byte[] body) {
    boolean isSuccess() {
        return status < 300;
    }
}
