package io.fairlead.endtoend.sdk;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets the JVM up for the SDKs while a test class runs, and hands its tests the {@link SdkService}. */
final class SdkClients implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SdkClients.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningServer server = SharedServer.of(context);
        context.getStore(NAMESPACE).put(SdkService.class, new SdkService(server, HubWindow.into(server)));
        context.getStore(NAMESPACE).put(SdkNetwork.class, new SdkNetwork(server));
        context.getStore(NAMESPACE).put(FixedPorts.class, FixedPorts.to(server));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        context.getStore(NAMESPACE).remove(FixedPorts.class, FixedPorts.class).close();
        context.getStore(NAMESPACE).remove(SdkNetwork.class, SdkNetwork.class).close();
        context.getStore(NAMESPACE).remove(SdkService.class, SdkService.class).close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SdkService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(SdkService.class, SdkService.class);
    }
}
