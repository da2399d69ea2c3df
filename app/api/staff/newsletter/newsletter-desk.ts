import 'server-only';
import type { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { dkimKey } from '#lib/mail/dkim.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import { openSmtp } from '#lib/mail/smtp-transport.ts';
import { renderEdition } from '#lib/newsletter/render-edition.ts';
import type { TestDesk } from '#lib/staff/send-test-edition.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { staffRefusal } from '../staff-door.ts';

export const newsletterRoom = {
  forbidden: 'The newsletter is for editors and administrators.',
  failed: 'Who you are, or how the newsletter stands, cannot be found out right now.',
  event: 'staff.newsletter_failed',
};

export const unknownEdition = () => staffRefusal(404, 'There is no such edition.');

export async function openNewsletterDesk(): Promise<TestDesk> {
  const { SITE_URL: siteUrl, SMTP_URL, MAIL_FROM: mailFrom, SESSION_SECRET: secret } = config();
  return {
    db: database().db,
    jobs: await mailJobs(),
    render: (content, language) => renderEdition(content, language, { siteUrl }),
    ...{ secret, mailFrom, limitsFactor: config().LIMITS_FACTOR },
    openTransport: () => openSmtp(SMTP_URL, dkimKey(config())),
  };
}

/** What was posted, or the answer that says why it is none of what this address takes. */
export async function readAsked<T>(
  request: Request,
  schema: z.ZodType<T>,
): Promise<{ kind: 'asked'; asked: T } | { kind: 'refused'; refusal: Response }> {
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused' || !posted.asJson) {
    const status = posted.kind === 'refused' ? posted.status : 415;
    return { kind: 'refused', refusal: staffRefusal(status, 'This address takes JSON.') };
  }
  const asked = schema.safeParse(posted.fields);
  return asked.success
    ? { kind: 'asked', asked: asked.data }
    : { kind: 'refused', refusal: staffRefusal(422, 'This is nothing that can be done to an edition.') };
}
