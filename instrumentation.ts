import type { Instrumentation } from 'next';
import { log } from '#lib/log.ts';

/** Called by the framework for every error it answers with a 500. The address stays out: it may hold a token. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  log.error({
    event: 'request.failed',
    method: request.method,
    route: context.routePath,
    digest,
    err: error,
  });
};
