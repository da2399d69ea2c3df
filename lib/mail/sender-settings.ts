import { getSettings } from '#lib/content/settings-query.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Sender } from './mail-frame.ts';

const freshMs = 60_000;

type Known = { sender: Sender; askedAt: number };

/**
 * The newsroom's name on its mails, asked of the lake at most once a minute. When the lake is away the last known
 * answer stands; a mail that nobody can sign waits.
 */
export function senderSettings(now: () => number = Date.now): (language: Language) => Promise<Sender> {
  const known = new Map<Language, Known>();
  return async (language) => {
    const last = known.get(language);
    if (last && now() - last.askedAt < freshMs) return last.sender;
    try {
      const { name, mail } = await getSettings(language);
      const sender = { siteName: name, fromName: mail.fromName, postalLine: mail.postalLine };
      known.set(language, { sender, askedAt: now() });
      return sender;
    } catch (error) {
      if (last) return last.sender;
      throw new Error('The sender of mails is not known yet', { cause: error });
    }
  };
}
