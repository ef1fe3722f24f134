package dev.forewarn.cli.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.jspecify.annotations.Nullable;

/** A broker that has not heard yet of the topics that its controller has just created, for the next few questions. */
final class ForgetfulAdmin implements InvocationHandler {

    private final Admin real;
    private int unknowing;

    private ForgetfulAdmin(Admin real, int unknowing) {
        this.real = real;
        this.unknowing = unknowing;
    }

    /** {@code real}, but for the first {@code unknowing} questions for topics, which know none. */
    static Admin of(Admin real, int unknowing) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, new ForgetfulAdmin(real, unknowing));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if ("describeTopics".equals(method.getName()) && unknowing > 0 && arguments[0] instanceof Collection<?> names) {
            unknowing--;
            return new Unknown(names.stream().collect(Collectors.toMap(Object::toString, name -> unknown())));
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static KafkaFuture<TopicDescription> unknown() {
        KafkaFutureImpl<TopicDescription> future = new KafkaFutureImpl<>();
        future.completeExceptionally(new UnknownTopicOrPartitionException());
        return future;
    }

    private static final class Unknown extends DescribeTopicsResult {

        Unknown(Map<String, KafkaFuture<TopicDescription>> topics) {
            super(null, topics);
        }
    }
}
