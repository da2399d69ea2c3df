import 'server-only';

const sentences = {
  400: 'This request could not be read.',
  401: 'Sign in first: /sign-in',
  403: 'This form works only on the pages of this site.',
  404: 'There is nothing of this kind.',
  413: 'This request is larger than a form can be.',
  415: 'This address takes HTML forms and JSON.',
  503: 'Something went wrong on our side. Please try again in a moment.',
} as const;

/** For requests that no page of ours sends: a true status and one sentence. */
export function refusal(status: keyof typeof sentences): Response {
  return plainAnswer(status, sentences[status]);
}

export function plainAnswer(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 && { 'retry-after': '30' }),
    },
  });
}
