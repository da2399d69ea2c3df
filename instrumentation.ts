import type { Instrumentation } from 'next';

/** Called by the framework for every error it answers with a 500. The address stays out: it may hold a token. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // The framework compiles this file for its edge runtime too, where our log cannot be: the condition cuts it out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/log.ts');
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
    log.error({
      event: 'request.failed',
      method: request.method,
      route: context.routePath,
      digest,
      err: error,
    });
  }
};
