import type { Planted } from './plant.ts';

type Holder = { token: string; tokenHash: string; subscriberId: string; sessionId: string };

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Cookies that somebody could write who knows all about the site but its secrets. */
export function forgedCookies({ id, slug }: Planted, reader: Holder): string[] {
  const random = 'A'.repeat(43);
  const month = new Date().toISOString().slice(0, 7);
  const meters = [
    id,
    `${month}.${id}`,
    `${month}:${id}:x`,
    base64({ month, articles: [id] }),
    `${base64({ month, articleIds: [id] })}.${random}`,
    `${base64({ month, ids: [id], read: [id], slugs: [slug] })}.`,
    `${month}.${id}.${random}`,
    ...['', 'null', '-1', '1', '0', 'true', '[]', '{}', '%00', random],
  ];
  const sessions = [
    ...[
      '',
      'null',
      '1',
      '0',
      'true',
      'subscriber',
      '%00',
      '*',
      "' or 1=1 --",
      random,
      `"${random}"`,
      `${random}=`,
    ],
    ...[
      reader.tokenHash,
      reader.subscriberId,
      reader.sessionId,
      reader.token.slice(0, -1),
      `${reader.token}A`,
    ],
    ...[
      reader.token.toUpperCase(),
      encodeURIComponent(`${reader.token} `),
      base64({ subscriberId: reader.subscriberId }),
    ],
    'x'.repeat(6_000),
  ];
  const named = (name: string, values: string[]) =>
    values.flatMap((value) => [`${name}=${value}`, `__Host-${name}=${value}`]);
  return [
    ...named('session', sessions),
    ...named('meter', meters),
    ...named('gift', [...meters, `${id}.${random}`, base64({ articleId: id, giverId: reader.subscriberId })]),
    ...named('pending', ['1', random, base64({ address: 'a@example.com', source: `/articles/${slug}` })]),
    ...named('draft', ['1', random, `${Date.now() + 1e9}.${random}`, base64({ until: '2999-01-01' })]),
    ...named('sign-in', ['1', random]),
    ...[
      'hint=subscriber',
      'hint=known',
      'typed=x',
      'reader=1',
      'editor=1',
      'role=administrator',
      'perspective=drafts',
    ],
    ...['__prerender_bypass=1', `__prerender_bypass=${random}; __next_preview_data=${random}`],
    ...[
      '__next_preview_data=eyJhbGciOiJub25lIn0.e30.',
      'sanity-preview-perspective=drafts',
      'sanitySession=x',
    ],
    ...[
      `session=${random}; session=${random}`,
      `session=${random}; meter=${id}; gift=${id}; pending=1; draft=1`,
    ],
    ...[
      'NEXT_LOCALE=es',
      '__Secure-session=x',
      'Session=x',
      `session = ${random}`,
      ';',
      '=',
      `session`,
      'a=b;;session=x',
    ],
  ];
}
