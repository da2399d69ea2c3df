import { ask, type Heard } from './ask.ts';
import type { Planted } from './plant.ts';

const asJson = { 'content-type': 'application/json' };

function setCookie({ distinct }: Heard, name: string): string {
  const line = distinct['set-cookie']?.find((one) => one.startsWith(`${name}=`));
  if (!line) throw new Error(`The site set no ${name} cookie`);
  return line.split(';', 1)[0] ?? '';
}

async function post(origin: string, path: string, fields: object, cookie?: string): Promise<Heard> {
  const headers = { ...asJson, ...(cookie ? { cookie } : {}) };
  const heard = await ask(origin, { path, method: 'POST', headers, body: JSON.stringify(fields) });
  if (heard.status !== 200) throw new Error(`${path} answered ${heard.status}: ${heard.text}`);
  return heard;
}

/** A meter that has honestly been spent on one article. */
export async function spendMeterOn(origin: string, { slug, language }: Planted): Promise<string> {
  return setCookie(await post(origin, '/api/continue-reading', { article: slug, language }), 'meter');
}

/** The cookie of whoever has opened a gift link, and the way to take the gift back. */
export async function openGiftOf(origin: string, { slug, language }: Planted, giver: { cookie: string }) {
  const given: { id: string; url: string } = JSON.parse(
    (await post(origin, '/api/gift', { article: slug, language }, giver.cookie)).text,
  );
  const opened = await ask(origin, { path: new URL(given.url).pathname });
  return {
    cookie: setCookie(opened, 'gift'),
    takeBack: () => post(origin, '/api/gift/revoke', { id: given.id }, giver.cookie),
  };
}
