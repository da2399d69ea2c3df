import 'server-only';

/** Leads on from a form. No answer to one is kept by anybody. */
export function formAnswer(location: string, headers = new Headers()): Response {
  headers.set('cache-control', 'no-store');
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}
