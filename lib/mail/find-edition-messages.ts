import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { type Edition, findRendering } from '#lib/newsletter/edition-store.ts';
import type { EditionMessage, NewsletterOffice } from './newsletter-office.ts';

/** An edition's messages by language; null while nobody knows how the paper signs its mails. */
export async function findEditionMessages(
  { db, senderFor, messageOf }: NewsletterOffice,
  edition: Edition,
): Promise<Map<Language, EditionMessage> | null> {
  const messages = new Map<Language, EditionMessage>();
  for (const language of ['en', 'es'] as const) {
    // Its audience is confirmed: they may read everything.
    const rendering = await findRendering(db, edition.id, language, 'full');
    if (!rendering) continue;
    const sender = await senderFor(language).catch((error: unknown) => {
      log.warn({ event: 'edition.no_settings', editionId: edition.id, err: error });
      return null;
    });
    if (!sender) return null;
    messages.set(language, messageOf(edition, rendering, sender));
  }
  return messages;
}
