package io.fairlead.application.fake;

import io.fairlead.application.contract.CustomAllocatorContract;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.registration.WebhookReply;
import java.util.Optional;

class ScriptedAllocatorTest implements CustomAllocatorContract {
    private final ScriptedAllocator allocator = new ScriptedAllocator();

    @Override
    public CustomAllocator allocator() {
        return allocator;
    }

    @Override
    public CustomAllocation webhook() {
        return new CustomAllocation(CustomAllocation.address("https://allocate.example.com/"), "2021-10-01");
    }

    @Override
    public void answers(WebhookReply.Answered answer) {
        allocator.answers(answer);
    }

    @Override
    public void refuses() {
        allocator.answers(new WebhookReply.Failed("it was told to refuse", Optional.of("oops")));
    }

    @Override
    public int asked() {
        return allocator.calls().size();
    }
}
