export type SubscribeAnswer =
  | { kind: 'accepted'; message: string }
  | { kind: 'invalid'; message: string }
  | { kind: 'failed'; message: string };

type Words = { sent: string; invalid: string; tooMany: string; failed: string };

/** Posts the form's fields as JSON and turns the answer's status into words; a silent server counts as failed. */
export async function sendSubscription(fields: FormData, words: Words): Promise<SubscribeAnswer> {
  try {
    const response = await fetch('/api/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(Object.fromEntries(fields)),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.status === 202) return { kind: 'accepted', message: words.sent };
    if (response.status === 422) return { kind: 'invalid', message: words.invalid };
    if (response.status === 429) return { kind: 'failed', message: words.tooMany };
    return { kind: 'failed', message: words.failed };
  } catch {
    return { kind: 'failed', message: words.failed };
  }
}
