import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { beforeAll, expect, test } from 'vitest';
import { anArticle, anEdition, oneOfEach, siteUrl, text } from '#lib/newsletter/an-edition.ts';
import { newsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { renderEdition } from '#lib/newsletter/render-edition.ts';
import { stubConfig } from '#lib/test-config.ts';
import { editionMessage } from './edition-message.ts';
import { openSmtp } from './smtp-transport.ts';
import { startTestRelay } from './test-relay.ts';

beforeAll(stubConfig);

const secret = 'a secret of at least 24 characters';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'news.example',
  selector: 'mail',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const about = { secret, siteUrl, mailFrom: 'paper@news.example', dkim };
const edition = {
  id: randomUUID(),
  listId: 'list-en',
  dueAt: new Date('2026-01-15T12:00:00Z'),
  frozenAt: null,
};
const recipient = { id: randomUUID(), subscriberId: randomUUID(), email: 'reader@example.com' };
const token = newsletterToken(secret, { subscriberId: recipient.subscriberId, editionId: edition.id });

function rendering(given: { subject?: string; blocks?: ReturnType<typeof text>[] } = {}) {
  const blocks = given.blocks ?? Object.values(oneOfEach).flat();
  return renderEdition(
    anEdition({ articles: [anArticle({ blocks, subject: given.subject ?? null })] }),
    'es',
    {
      siteUrl,
    },
  );
}

function message(given = rendering(), to = recipient, fromName = 'Riviera "Maya" Ñews'): Buffer {
  return editionMessage(about)(edition, given, { fromName })(to);
}

const verify = (source: Buffer) => dkimVerify(source, { resolver: async () => [[record]] });

test('a mail reads back as it was rendered, with the reader’s own links', async () => {
  const rendered = rendering();
  const parsed = await simpleParser(message(rendered), { skipTextLinks: true });
  const filled = (part: string) => part.replaceAll('RECIPIENT-TOKEN', token);
  expect(parsed.html).toBe(filled(rendered.html));
  expect(parsed.text).toBe(filled(rendered.text));
  expect(parsed.text).toContain(`${siteUrl}/es/unsubscribe?token=${token}`);
  expect(parsed.subject).toBe(rendered.subject);
  expect(parsed.from?.value).toEqual([{ name: 'Riviera "Maya" Ñews', address: 'paper@news.example' }]);
  expect([parsed.to].flat().map((to) => to?.text)).toEqual(['reader@example.com']);
  expect(parsed.messageId).toBe(`<${recipient.id}@news.example>`);
  expect(parsed.date).toEqual(edition.dueAt);
});

test('each header that must be there is there once', () => {
  const source = message().toString();
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const named = (name: string) =>
    head.split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  for (const name of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type'])
    expect(named(name)).toHaveLength(1);
  expect(named('List-Id')[0]).toMatch(/<list-en\.news\.example>$/);
  expect(named('List-Unsubscribe')[0]).toMatch(
    new RegExp(`: +<${siteUrl}/api/unsubscribe\\?token=${token}>$`),
  );
  expect(named('List-Unsubscribe-Post')).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
  expect(named('Precedence')).toEqual(['Precedence: bulk']);
});

test('it is signed so that a receiver believes it, both headers of unsubscribing included', async () => {
  const { results } = await verify(message());
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
  const covered = results[0]?.signingHeaders?.keys.toLowerCase() ?? '';
  for (const name of ['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post'])
    expect(covered.split(/:\s*/)).toContain(name);
});

test.each([
  ['the address to leave at', /api\/unsubscribe\?token=1/, 'api/unsubscribe?token=2'],
  ['that one click is enough', 'List-Unsubscribe-Post: List', 'List-Unsubscribe-Post: Lost'],
  ['a word of the text', 'Riviera & Sea', 'Riviera & See'],
])('whoever changes %s on the way breaks the signature', async (_what, from, to) => {
  const source = message().toString();
  const changed = source.replace(from, to);
  expect(changed).not.toBe(source);
  const { results } = await verify(Buffer.from(changed));
  expect(results[0]?.status.result).not.toBe('pass');
});

test('without a key there is no signature', () => {
  const source = editionMessage({ ...about, dkim: null })(edition, rendering(), { fromName: 'Riviera' })(
    recipient,
  );
  expect(source.toString()).not.toMatch(/^DKIM-Signature/m);
  expect(source.toString()).toContain('From: "Riviera" <paper@news.example>');
});

test('no line is too long or holds what a relay may change, wherever the token falls', () => {
  for (let length = 0; length < 80; length += 1) {
    const rendered = {
      subject: 'S',
      text: `${'x'.repeat(length)}RECIPIENT-TOKEN${'ñ '.repeat(length)}`,
      html: ' . \t',
    };
    const body = message(rendered).toString('latin1').split('\r\n\r\n').slice(1).join('\r\n\r\n');
    for (const line of body.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(76);
      expect(line).toMatch(/^(?:[\x20-\x7e\t]*[\x21-\x7e])?$/);
    }
  }
});

test.each([
  'Un título corto con ñ y 🐢 de más de cuarenta y cinco bytes para que haga falta otra palabra',
  'A plain one that is longer than what fits into one line of a header, so that it has to be folded',
  'What =?UTF-8?B?c2F5cw==?= it is not',
  '🐢'.repeat(60),
])('the subject “%s” comes back unchanged, in lines of at most 78 characters', async (subject) => {
  const source = message(rendering({ subject }));
  expect((await simpleParser(source)).subject).toBe(subject);
  const lines = source.toString().split('\r\n');
  const at = lines.findIndex((line) => line.startsWith('Subject:'));
  const own = lines.slice(at).findIndex((line, index) => index > 0 && !line.startsWith(' '));
  for (const line of lines.slice(at, at + own)) expect(line.length).toBeLessThanOrEqual(78);
});

test('a line break in a name or a subject begins no header', async () => {
  const rendered = { ...rendering(), subject: 'A\r\nBcc: x@example.com' };
  const source = message(rendered, recipient, 'Name\r\nBcc: y@example.com');
  expect(source.toString()).not.toMatch(/^Bcc:/m);
  const { subject, from } = await simpleParser(source);
  expect(subject).toBe('A Bcc: x@example.com');
  expect(from?.value[0]?.name).toBe('Name Bcc: y@example.com');
});

test('an address beyond ASCII stays as it is', async () => {
  const parsed = await simpleParser(message(rendering(), { ...recipient, email: 'josé@example.com' }));
  expect([parsed.to].flat().map((to) => to?.text)).toEqual(['josé@example.com']);
});

test('the whole mail stays below 100 KB, however long the story', () => {
  const blocks = Array.from({ length: 900 }, (_, index) =>
    text(`${index} ${'Olas, olas y más olas. '.repeat(12)}`),
  );
  expect(message(rendering({ blocks })).length).toBeLessThan(100_000);
});

test('a mail that one reader asked for is signed, too', async () => {
  const relay = await startTestRelay();
  const transport = openSmtp(relay.url, dkim);
  const { subject, html, text: plain } = rendering();
  await transport.send({
    ...{ subject, html, text: plain, to: recipient.email, date: edition.dueAt },
    messageId: `<${recipient.id}@news.example>`,
    from: { name: 'Riviera', address: about.mailFrom },
  });
  transport.close();
  await relay.stop();
  const { results } = await verify(Buffer.from(relay.mails[0]?.source ?? ''));
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
});
