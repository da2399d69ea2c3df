export type SubscribeAnswer = {
  kind: 'accepted' | 'invalid' | 'again' | 'failed';
  message: string;
  /** When the same may be asked again, if the site has said so. */
  waitSeconds?: number;
};

/** Fields that may come several times. */
const repeated = ['lists'];

/** Posts a form's fields as JSON and takes the site's own sentence; a silent or unintelligible site has failed. */
export async function sendSubscription(
  action: '/api/subscribe' | '/api/subscribe/resend',
  fields: FormData,
  words: { failed: string },
): Promise<SubscribeAnswer> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        ...Object.fromEntries(fields),
        ...Object.fromEntries(repeated.map((name) => [name, fields.getAll(name)])),
      }),
      signal: AbortSignal.timeout(20_000),
    });
    const answer: unknown = await response.json();
    return { ...read(answer, words), kind: kindOf(response.status, answer) };
  } catch {
    return { kind: 'failed', message: words.failed };
  }
}

function kindOf(status: number, answer: unknown): SubscribeAnswer['kind'] {
  if (status === 202) return 'accepted';
  if (status !== 422) return 'failed';
  const result = typeof answer === 'object' && answer && 'result' in answer ? answer.result : null;
  return result === 'invalid' ? 'invalid' : 'again';
}

function read(answer: unknown, words: { failed: string }): Omit<SubscribeAnswer, 'kind'> {
  if (typeof answer !== 'object' || answer === null) return { message: words.failed };
  const message = 'message' in answer && typeof answer.message === 'string' ? answer.message : words.failed;
  const wait = 'retryAfterSeconds' in answer ? answer.retryAfterSeconds : null;
  return typeof wait === 'number' ? { message, waitSeconds: wait } : { message };
}
