import { expect, test } from 'vitest';
import { html } from './html.ts';
import { noSubscriptionMail, signInMail } from './sign-in-mails.ts';
import { alreadySubscribedMail, confirmationMail } from './sign-up-mails.ts';

const sender = { siteName: 'Reef <& "Shore"', fromName: 'Reef', postalLine: 'Avenida 5, Tulum' };
const siteUrl = 'https://news.example';
const token = 'T'.repeat(43);

test('what is put into markup cannot become markup', () => {
  expect(html`<p title="${'"&\'<>'}">${'<script>'}${html`<b>${'&'}</b>`}</p>`.markup).toBe(
    '<p title="&quot;&amp;&#39;&lt;&gt;">&lt;script&gt;<b>&amp;</b></p>',
  );
});

test.each([
  ['en', `${siteUrl}/confirm?token=${token}`, 'Confirm your subscription to'],
  ['es', `${siteUrl}/es/confirm?token=${token}`, 'Confirma tu suscripción a'],
] as const)('the confirmation in %s leads to its own page, in HTML and in text', (language, url, subject) => {
  const mail = confirmationMail({ sender, siteUrl, language, token });
  expect(mail.subject).toBe(`${subject} Reef <& "Shore"`);
  expect(mail.text).toContain(url);
  expect(mail.html).toContain(`href="${url}"`);
  expect(mail.html).toContain(`<html lang="${language}">`);
});

const written = {
  confirmation: confirmationMail({ sender, siteUrl, language: 'en', token }),
  'sign-in': signInMail({ sender, siteUrl, language: 'en', token, code: '048213' }),
  'no subscription': noSubscriptionMail({ sender, siteUrl, language: 'es', token }),
  'already subscribed': alreadySubscribedMail({ sender, siteUrl, language: 'es', token }),
};

test.each(Object.entries(written))('text and HTML of the mail “%s” say the same', (_name, mail) => {
  const words = (text: string) => text.replace(/\s+/g, ' ');
  const inHtml = words(
    mail.html
      .replace(/<(?:style|title)>[\s\S]*?<\/(?:style|title)>|<[^>]+>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
  for (const line of mail.text.split('\n').map((text) => words(text).replace(/:$/, '').trim())) {
    if (line !== '--' && line !== '' && !line.startsWith(siteUrl)) expect(inHtml).toContain(line);
  }
});

test('the mail for a confirmed reader who subscribes again lets them in', () => {
  expect(written['already subscribed'].text).toContain(`${siteUrl}/es/sign-in?token=${token}`);
});

test('the sign-in mail carries link and code, the code in the subject too and whole for whoever copies it', () => {
  const mail = written['sign-in'];
  expect(mail.subject).toMatch(/: 048213$/);
  expect(mail.text).toMatch(/^048213$/m);
  expect(mail.html).toContain('>048213</p>');
  expect(mail.text).toContain(`${siteUrl}/sign-in?token=${token}`);
});

test('an address without a subscription gets the way to one, and no code', () => {
  const mail = written['no subscription'];
  expect(mail.text).toContain(`${siteUrl}/es/confirm?token=${token}`);
  expect(mail.text).not.toMatch(/\b\d{6}\b/);
});

test('a line break in the name of the site does not end the subject', () => {
  const mail = confirmationMail({
    sender: { ...sender, siteName: 'Reef\r\nBcc: x@example.com' },
    siteUrl,
    language: 'en',
    token,
  });
  expect(mail.subject).toBe('Confirm your subscription to Reef Bcc: x@example.com');
});
