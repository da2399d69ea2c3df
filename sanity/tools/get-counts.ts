import { z } from 'zod';

const count = z.number();

/** What the site answers at /api/staff/subscribers. */
const countsSchema = z.object({
  countedAt: z.string(),
  timeZone: z.string(),
  states: z.array(z.object({ state: z.enum(['pending', 'confirmed', 'unsubscribed', 'suppressed']), count })),
  languages: z.array(z.object({ language: z.enum(['en', 'es']), count })),
  lists: z.array(z.object({ id: z.string(), count })),
  days: z.array(z.object({ day: z.string(), signUps: count, confirmations: count })),
  sources: z.array(z.object({ path: z.string(), signUps: count, confirmed: count })),
});

export type Counts = z.infer<typeof countsSchema>;
export type DayCount = Counts['days'][number];

export type Answer =
  | { kind: 'counts'; counts: Counts }
  /** The site takes nobody for an editor without a token that the lake knows. */
  | { kind: 'signed out' }
  | { kind: 'forbidden' }
  | { kind: 'failed' };

/** Studio is a page of the site, so the site is asked at its own address, with the editor's own token. */
export async function getCounts(token: string | undefined, signal: AbortSignal): Promise<Answer> {
  if (!token) return { kind: 'signed out' };
  try {
    const answer = await fetch('/api/staff/subscribers', {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    if (answer.status === 401) return { kind: 'signed out' };
    if (answer.status === 403) return { kind: 'forbidden' };
    const counts = answer.ok ? countsSchema.safeParse(await answer.json()) : null;
    return counts?.success ? { kind: 'counts', counts: counts.data } : { kind: 'failed' };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'failed' };
  }
}
