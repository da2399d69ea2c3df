export type Door = {
  path: string;
  /** What a form of the site would post there, so that the answer is not about its fields. */
  fields: Record<string, string>;
  /** Only for whoever is signed in; the body is read after that. */
  needsSession?: true;
};

const someToken = 'A'.repeat(43);
const mailToken = `1${'A'.repeat(67)}`;
const nobodys = '00000000-0000-4000-8000-000000000000';

/** Every address that takes a form and changes something. Signed webhooks and one-click unsubscribing have their own. */
export const doors: readonly Door[] = [
  { path: '/api/subscribe', fields: { email: 'door@example.com', language: 'en', source: '/' } },
  { path: '/api/subscribe/resend', fields: { language: 'en', source: '/' } },
  { path: '/api/confirm', fields: { token: someToken } },
  { path: '/api/draft/leave', fields: { path: '/' } },
  { path: '/api/sign-in', fields: { email: 'door@example.com', language: 'en', source: '/' } },
  { path: '/api/sign-in/again', fields: { language: 'en' } },
  { path: '/api/sign-in/link', fields: { token: someToken, language: 'en' } },
  { path: '/api/sign-in/code', fields: { code: '000000', language: 'en' } },
  { path: '/api/sign-out', fields: { language: 'en' } },
  {
    path: '/api/continue-reading',
    fields: { article: 'us-presses-mexico-for-border-security-results', language: 'en' },
  },
  {
    path: '/api/gift',
    fields: { article: 'us-presses-mexico-for-border-security-results', language: 'en' },
    needsSession: true,
  },
  {
    path: '/api/gift/revoke',
    fields: { id: nobodys, language: 'en' },
    needsSession: true,
  },
  { path: '/api/unsubscribe/undo', fields: { token: mailToken, left: nobodys, language: 'en' } },
  { path: '/api/unsubscribe/reason', fields: { token: mailToken, left: nobodys, language: 'en' } },
  { path: '/api/preferences', fields: { token: mailToken, mail: 'en', language: 'en' } },
  { path: '/api/account/lists', fields: { language: 'en' }, needsSession: true },
  { path: '/api/account/language', fields: { mail: 'en', language: 'en' }, needsSession: true },
  { path: '/api/account/feed', fields: { wish: 'end', language: 'en' }, needsSession: true },
  { path: '/api/account/sessions', fields: { end: 'others', language: 'en' }, needsSession: true },
  { path: '/api/account/delete', fields: { language: 'en' }, needsSession: true },
];

/** Takes what a signature, a mail's token or an editor's own proves, from no form of the site, so from any origin. */
export const signedDoors: readonly string[] = [
  ...['/api/content-changed', '/api/mail-events', '/api/unsubscribe'],
  ...['/[edition]', '/[edition]/uncertain', '/corrections'].map((path) => `/api/staff/newsletter${path}`),
];

/** Pages whose address is a key, with what they say to one that never was: not there before their issue, then 404 or 400. */
export const tokenPages = ['/confirm', '/sign-in', '/preferences', '/unsubscribe'].flatMap((path) =>
  ['', '/es'].flatMap((prefix) => [`${prefix}${path}?token=${someToken}`, `${prefix}${path}?token=x`]),
);

/** What leads off the site, in spellings that a browser or a careless check reads as a path. */
export const evilTargets = [
  ...['//evil.example', 'https://evil.example/', '/\\evil.example', '\\\\evil.example', '/\t/evil.example'],
  ...[
    '///evil.example',
    '/%2f/evil.example',
    '/.//evil.example',
    'http:evil.example',
    'javascript:alert(1)//evil.example',
  ],
  ...[
    '/\n/evil.example',
    ' //evil.example',
    '/x/..//evil.example',
    '//evil.example/%2f..',
    '/@evil.example/..//evil.example',
  ],
  ...[
    'https:/\\evil.example',
    'data:text/html,evil.example',
    '.evil.example',
    '@evil.example',
    '/\r\nLocation: //evil.example',
  ],
];
