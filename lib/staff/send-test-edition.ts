import { randomUUID } from 'node:crypto';
import { getSettings } from '#lib/content/settings-query.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Transport } from '#lib/mail/smtp-transport.ts';
import type { EditionAccess } from '#lib/newsletter/edition-store.ts';
import type { EditionPress } from '#lib/newsletter/freeze-edition.ts';
import { type ShownEdition, showEdition } from '#lib/newsletter/show-edition.ts';
import { limit } from '#lib/subscribers/limit.ts';
import { keyedHash } from '#lib/subscribers/secret-token.ts';
import type { Staff } from './ask-lake.ts';

export type TestDesk = EditionPress & {
  secret: string;
  limitsFactor: number;
  mailFrom: string;
  /** Opened for one mail: hardly anybody asks for one. */
  openTransport: () => Transport;
};

export type TestOutcome =
  | { kind: 'test sent' }
  | { kind: 'no address' }
  | { kind: 'limited'; retryAfterSeconds: number }
  /** The relay did not say that it has it. */
  | { kind: 'not taken' }
  | Exclude<ShownEdition, { kind: 'shown' }>;

const hourMs = 3_600_000;
const mostAnHour = 10;

/** An edition as it would go out, to the editor alone: no delivery, no token of a reader, no list to leave. */
export async function sendTestEdition(
  desk: TestDesk,
  { staff, id, ...variant }: { staff: Staff; id: string; language: Language; access: EditionAccess },
  now: Date,
): Promise<TestOutcome> {
  if (staff.email === null) return { kind: 'no address' };
  const shown = await showEdition(desk, id, variant, now);
  if (shown.kind !== 'shown') return shown;
  const who = keyedHash(desk.secret, 'limit.staff', staff.userId);
  const verdict = await limit(
    desk,
    [{ key: `newsletter_test:${who}`, most: mostAnHour, windowMs: hourMs }],
    now,
  );
  if (verdict.kind === 'limited') return { kind: 'limited', retryAfterSeconds: verdict.retryAfterSeconds };
  const { mail } = await getSettings(variant.language);
  const { subject, html, text } = shown.rendering;
  const transport = desk.openTransport();
  try {
    const outcome = await transport.send({
      messageId: `<test-${randomUUID()}@${desk.mailFrom.split('@').at(-1)}>`,
      from: { name: mail.fromName, address: desk.mailFrom },
      to: staff.email,
      date: now,
      subject: `[Test] ${subject}`,
      ...{ html, text },
    });
    return { kind: outcome.kind === 'accepted' ? 'test sent' : 'not taken' };
  } finally {
    transport.close();
  }
}
