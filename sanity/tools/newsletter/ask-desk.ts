import { z } from 'zod';

/** `refused` and `failed` come with a sentence to be shown. */
export type DeskAnswer<T> =
  | { kind: 'answer'; answer: T }
  /** The site takes nobody for an editor without a token that the lake knows. */
  | { kind: 'signed out' }
  | { kind: 'forbidden' }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string };

/** Asks the site at its own address; a body makes it a POST. An answer that nobody awaits any more is thrown. */
export type AskDesk = <T>(
  path: string,
  schema: z.ZodType<T>,
  given?: { body?: unknown; signal?: AbortSignal },
) => Promise<DeskAnswer<T>>;

const failed = {
  kind: 'failed',
  message: 'The site does not answer right now. Nothing is lost; try again in a moment.',
} as const;
const refusal = z.object({ message: z.string() });

/** Studio is a page of the site, so the site is asked at its own address, with the editor's own token. */
export function deskOf(token: string | undefined): AskDesk {
  return async (path, schema, { body, signal } = {}) => {
    if (!token) return { kind: 'signed out' };
    try {
      const answer = await fetch(`/api/staff/newsletter${path}`, {
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
      if (answer.status === 401) return { kind: 'signed out' };
      if (answer.status === 403) return { kind: 'forbidden' };
      const said: unknown = await answer.json();
      if (answer.ok) {
        const understood = schema.safeParse(said);
        return understood.success ? { kind: 'answer', answer: understood.data } : failed;
      }
      const refused = refusal.safeParse(said);
      if (!refused.success) return failed;
      return { kind: answer.status >= 500 ? 'failed' : 'refused', message: refused.data.message };
    } catch (error) {
      if (signal?.aborted) throw error;
      return failed;
    }
  };
}

export function sentenceOf(answer: Exclude<DeskAnswer<unknown>, { kind: 'answer' }>): string {
  switch (answer.kind) {
    case 'signed out':
      return 'The site does not know who you are. Sign out of Studio and in again; then the newsletter is here.';
    case 'forbidden':
      return 'The newsletter is for editors and administrators. Your account may only read.';
    default:
      return answer.message;
  }
}
