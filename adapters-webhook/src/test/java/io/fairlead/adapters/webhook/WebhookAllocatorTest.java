package io.fairlead.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.contract.CustomAllocatorContract;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.registration.WebhookReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks over plain HTTP on the loopback, which the tests permit unless they say so. */
class WebhookAllocatorTest implements CustomAllocatorContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WebhookSettings OPEN = new WebhookSettings(true, true, PATIENCE, 4);
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestWebhook program = new TestWebhook();
    private final CustomAllocator allocator = allocator(OPEN, InetAddress::getAllByName);

    WebhookAllocatorTest() throws IOException {}

    @AfterEach
    void end() {
        program.close();
        threads.shutdownNow();
    }

    @Override
    public CustomAllocator allocator() {
        return allocator;
    }

    @Override
    public CustomAllocation webhook() {
        return webhook("http://127.0.0.1:" + program.port() + "/api/hub?code=s3cret&x=1");
    }

    @Override
    public void answers(WebhookReply.Answered answer) {
        program.answers(answer);
    }

    @Override
    public void refuses() {
        program.answers(400, "no hub for you".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int asked() {
        return program.asked().size();
    }

    @Test
    void askShouldSendTheRequestOfTheRealService() {
        refuses();
        allocator.ask(call());
        assertThat(program.targets()).containsExactly("POST /api/hub?code=s3cret&x=1 of 127.0.0.1:" + program.port());
        Map<String, Object> sent = program.asked().get(0);
        assertThat(sent).containsOnlyKeys("individualEnrollment", "deviceRuntimeContext", "linkedHubs");
        assertThat(sent.get("linkedHubs")).isEqualTo(List.of("hub-a.example.com", "hub-b.example.com"));
        assertThat(sent.get("deviceRuntimeContext"))
                .isEqualTo(Map.of(
                        "registrationId",
                        "Full-Device:1",
                        "currentIotHubHostName",
                        "hub-a.example.com",
                        "currentDeviceId",
                        "some-device",
                        "symmetricKey",
                        Map.of(),
                        "payload",
                        Map.of("model", "m-1")));
    }

    @Test
    void askShouldSendAPathThatIsNotAsciiAsItsBytes() {
        refuses();
        allocator.ask(call(webhook("http://127.0.0.1:" + program.port() + "/zuteilung/für?ort=köln")));
        assertThat(program.targets())
                .containsExactly("POST /zuteilung/f%C3%BCr?ort=k%C3%B6ln of 127.0.0.1:" + program.port());
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "404", "429", "500", "503"})
    void askShouldFailWithStatusAndExcerptWhenTheAnswerIsNoSuccess(int status) {
        program.answers(status, "no\r\nhub\u0007 code=s3cret for you".getBytes(StandardCharsets.UTF_8));
        WebhookReply.Failed failed = failure(allocator, webhook());
        assertThat(failed.why()).isEqualTo("the allocation webhook answered " + status);
        assertThat(failed.excerpt()).contains("no hub code=*** for you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "|not JSON",
                "garbage|",
                "[]|object",
                "{}|iotHubHostName is missing",
                "{\"iotHubHostName\":7}|iotHubHostName must be a string",
                "{\"iotHubHostName\":\"a b\"}|host name",
                "{\"iotHubHostName\":\"a.example\",\"payload\":\"text\"}|payload must be an object",
                "{\"iotHubHostName\":\"a.example\",\"initialTwin\":[]}|initialTwin must be an object",
                "{\"iotHubHostName\":\"a.example\",\"initialTwin\":{\"tags\":{\"a.b\":1}}}|initialTwin",
                "{\"iotHubHostName\":\"a.example\"}{}|"
            })
    void askShouldFailWhenTheAnswerCannotBeUsed(String body, String complaint) {
        program.answers(200, (body == null ? "" : body).getBytes(StandardCharsets.UTF_8));
        assertThat(failure(allocator, webhook()).why())
                .startsWith("the allocation webhook answered 200, but its answer cannot be used")
                .contains(body == null || complaint == null ? "" : complaint);
    }

    @Test
    void askShouldKeepWhatItSaysShort() {
        program.answers(500, "x".repeat(60_000).getBytes(StandardCharsets.UTF_8));
        assertThat(failure(allocator, webhook()).excerpt().orElseThrow()).hasSizeLessThan(210);
    }

    @Test
    void askShouldNotFollowRedirects() {
        program.redirects("http://127.0.0.1:" + program.port() + "/elsewhere");
        assertThat(failure(allocator, webhook()).why()).contains("302");
        assertThat(program.targets()).hasSize(1);
    }

    @Test
    void askShouldRefusePlainHttpUnlessItIsAllowed() {
        CustomAllocator strict = allocator(new WebhookSettings(false, true, PATIENCE, 4), InetAddress::getAllByName);
        assertThat(failure(strict, webhook()).why()).contains("https:");
        assertThat(program.targets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "[::1]", "localhost", "[::ffff:127.0.0.1]", "2130706433"})
    void askShouldRefuseHostsThatAreNotPublicUnlessTheyAreAllowed(String host) {
        CustomAllocator strict = allocator(new WebhookSettings(true, false, PATIENCE, 4), InetAddress::getAllByName);
        String why = failure(strict, webhook("http://" + host + ":" + program.port() + "/"))
                .why();
        assertThat(why).containsAnyOf("not public", "not known");
        assertThat(program.targets()).isEmpty();
    }

    /** A name that means a public address when it is judged and this machine when it is connected to. */
    @Test
    void askShouldLookANameUpOnceSoThatItCannotChangeItsMeaning() {
        AtomicInteger lookups = new AtomicInteger();
        CustomAllocator strict = allocator(new WebhookSettings(true, false, Duration.ofMillis(300), 4), host -> {
            String means = lookups.getAndIncrement() == 0 ? "203.0.114.1" : "127.0.0.1";
            return new InetAddress[] {
                InetAddress.getByAddress(host, InetAddress.getByName(means).getAddress())
            };
        });
        failure(strict, webhook("http://rebinding.example.com:" + program.port() + "/"));
        assertThat(lookups).hasValue(1);
        assertThat(program.targets()).isEmpty();
    }

    @Test
    void askShouldConnectToTheAddressThatIsPermittedAmongOthers() {
        answers(new WebhookReply.Answered(SomeHubs.HUB_A, Optional.empty(), Optional.empty()));
        CustomAllocator allocator = allocator(OPEN, host -> {
            InetAddress unreachable = InetAddress.getByName("127.0.0.1");
            assertThat(host).isEqualTo("allocate.example.com");
            return new InetAddress[] {InetAddress.getByAddress(host, unreachable.getAddress())};
        });
        assertThat(allocator.ask(call(webhook("http://allocate.example.com:" + program.port() + "/"))))
                .isInstanceOf(WebhookReply.Answered.class);
        assertThat(program.targets()).containsExactly("POST / of allocate.example.com:" + program.port());
    }

    @Test
    void askShouldFailWhenTheHostIsNotKnown() {
        CustomAllocator lost = allocator(OPEN, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(failure(lost, webhook()).why()).contains("not known");
    }

    @Test
    void askShouldFailWhenNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(failure(allocator, webhook("http://127.0.0.1:" + free + "/")).why())
                .contains("cannot be reached");
    }

    /** It takes the connection and never says a word. */
    @Test
    void askShouldGiveUpInTimeWhenTheProgramIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CustomAllocator hurried =
                    allocator(new WebhookSettings(true, true, Duration.ofMillis(200), 1), InetAddress::getAllByName);
            assertThat(failure(hurried, webhook("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                            .why())
                    .contains("did not answer within 200 ms");
        }
    }

    @Test
    void askShouldRefuseToBeginMoreThanMayBeAtOnce() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch found = new CountDownLatch(1);
        refuses();
        CustomAllocator one = allocator(new WebhookSettings(true, true, PATIENCE, 1), host -> {
            looking.countDown();
            await(found);
            return InetAddress.getAllByName(host);
        });
        Future<WebhookReply> first = threads.submit(() -> one.ask(call()));
        await(looking);
        assertThatExceptionOfType(AllocatorBusy.class).isThrownBy(() -> one.ask(call()));
        found.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(WebhookReply.Failed.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CustomAllocator allocator(WebhookSettings settings, NameLookup names) {
        return new WebhookAllocator(settings, names, TLS, threads, clock);
    }

    private WebhookReply.Failed failure(CustomAllocator asked, CustomAllocation webhook) {
        WebhookReply reply = asked.ask(call(webhook));
        assertThat(reply).isInstanceOf(WebhookReply.Failed.class);
        WebhookReply.Failed failed = (WebhookReply.Failed) reply;
        assertThat(failed.toString()).doesNotContain("s3cret");
        return failed;
    }

    private WebhookCall call(CustomAllocation webhook) {
        WebhookCall some = call();
        return new WebhookCall(
                webhook, some.entry(), some.registrationId(), some.current(), some.offered(), some.payload());
    }

    private static CustomAllocation webhook(String url) {
        return new CustomAllocation(CustomAllocation.address(url), "2021-10-01");
    }
}
