import { expect, test } from 'vitest';
import { html } from './html.ts';
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

test('text and HTML say the same', () => {
  const mail = confirmationMail({ sender, siteUrl, language: 'en', token });
  const words = (text: string) => text.replace(/\s+/g, ' ');
  const inHtml = words(
    mail.html
      .replace(/<(?:style|title)>[\s\S]*?<\/(?:style|title)>|<[^>]+>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
  for (const line of mail.text.split('\n').map((text) => words(text).replace(/:$/, '').trim())) {
    if (line !== '--' && line !== '' && line !== `${siteUrl}/`) expect(inHtml).toContain(line);
  }
});

test('the mail for a confirmed reader carries no token', () => {
  const mail = alreadySubscribedMail({ sender, siteUrl, language: 'es' });
  expect(mail.text).not.toContain('token');
  expect(mail.text).toContain(`${siteUrl}/es`);
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
