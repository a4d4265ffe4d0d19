import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { operations, type Operation } from '../../../src/contract/index.js';
import type { Tracer } from '../http/observe.js';

const paths = new Map(Object.values<Operation>(operations).map(({ name, path }) => [name, path]));

/** Headers as the propagator reads them. */
const getter = {
  keys: (headers: Headers) => [...headers.keys()],
  get: (headers: Headers, name: string) => headers.get(name) ?? undefined,
};

/**
 * Sends traces by OTLP to where `OTEL_EXPORTER_OTLP_ENDPOINT` says, and follows those that callers began (`traceparent`). A
 * span has the operation, its path as the contract writes it, and the status: nothing that a person gave.
 */
export function startTracing(): Tracer {
  const provider = new NodeTracerProvider({
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = trace.getTracer('support-endpoint');
  return {
    call: (request, answer) => {
      const parent = propagation.extract(context.active(), request.headers, getter);
      const options = {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': request.method },
      };
      return tracer.startActiveSpan('call', options, parent, async (span) => {
        try {
          const { operation, status } = await answer();
          const path = paths.get(operation);
          span.updateName(path === undefined ? operation : `${request.method} ${path}`);
          span.setAttribute('operation', operation);
          if (path !== undefined) span.setAttribute('http.route', path);
          span.setAttribute('http.response.status_code', status);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        } finally {
          span.end();
        }
      });
    },
    stop: () => provider.shutdown(),
  };
}
