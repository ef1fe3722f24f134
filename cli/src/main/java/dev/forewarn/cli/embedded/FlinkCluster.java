package dev.forewarn.cli.embedded;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.rpc.RpcUtils;
import org.apache.flink.runtime.scheduler.ExecutionGraphInfo;

/** Flink's own cluster in one process, which also tells why a job was started again. */
final class FlinkCluster extends MiniCluster {

    FlinkCluster(MiniClusterConfiguration configuration) {
        super(configuration);
    }

    /** The state of a job together with its latest failures, which {@link #getExecutionGraph} leaves out. */
    CompletableFuture<ExecutionGraphInfo> graphAndFailures(JobID job) {
        return getDispatcherGatewayFuture()
                .thenCompose(dispatcher -> dispatcher.requestExecutionGraphInfo(job, RpcUtils.INF_TIMEOUT));
    }
}
