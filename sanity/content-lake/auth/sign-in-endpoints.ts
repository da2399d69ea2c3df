import { clientAddress, originCalled } from '../http/client-address.ts';
import { httpError } from '../http/lake-error.ts';
import { readBytes } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import type { CorsOrigins } from '../projects/cors-origins.ts';
import { signInPage } from './sign-in-page.ts';

const formLimitBytes = 8 * 1024;
const tokenLifetimeMilliseconds = 30 * 86_400_000;

export const signInRoutes: Route[] = [
  route('GET', 'auth/providers', ({ lake, message }) => {
    const url = `${originCalled(message, lake.trustsProxy)}/login`;
    return json({
      providers: [{ name: 'local', title: 'Local account', url }],
      thirdPartyLogin: true,
      sso: {},
    });
  }),
  route('GET', 'login', ({ lake, url }) => {
    const fields = fieldsOf(url.searchParams);
    requireKnownOrigin(fields.origin, lake.corsOrigins);
    return signInPage(fields, 200, null);
  }),
  route('POST', 'login', signIn),
  route('GET', 'auth/fetch', ({ lake, url, now }) => {
    const caller = lake.signInSessions.take(url.searchParams.get('sid') ?? '', now);
    if (!caller) throw httpError(401, 'Session not found, or already used');
    const { token } = lake.tokens.issue(caller, now, new Date(now.getTime() + tokenLifetimeMilliseconds));
    return json({ token, label: 'Studio' });
  }),
  route('POST', 'auth/logout', ({ lake, message }) => {
    const [, token] = /^Bearer\s+(\S+)$/i.exec(message.headers.authorization ?? '') ?? [];
    if (token !== undefined) lake.tokens.revoke(token);
    return json({ ok: true });
  }),
];

async function signIn(request: LakeRequest): Promise<Reply> {
  const { lake, message, now } = request;
  const form = new URLSearchParams((await readBytes(message, formLimitBytes)).toString('utf8'));
  const fields = fieldsOf(form);
  requireKnownOrigin(fields.origin, lake.corsOrigins);
  const client = clientAddress(message, lake.trustsProxy);
  const wait = lake.signInLimit.secondsToWait(client, now);
  if (wait !== null) {
    const complaint = `Too many attempts. Try again in ${Math.ceil(wait / 60)} minutes.`;
    return signInPage(fields, 429, complaint, { 'retry-after': String(wait) });
  }
  const account = lake.localAccounts.signIn(form.get('name') ?? '', form.get('secret') ?? '');
  if (!account) {
    lake.signInLimit.noteFailure(client, now);
    console.error('lake.sign-in.refused');
    return signInPage(fields, 401, 'That account and secret do not fit together.');
  }
  const target = new URL(fields.origin);
  target.hash = `sid=${lake.signInSessions.begin(account, now)}`;
  return {
    kind: 'bytes',
    status: 303,
    body: '',
    headers: { location: target.href, 'cache-control': 'no-store' },
  };
}

function fieldsOf(search: URLSearchParams) {
  return { origin: search.get('origin') ?? '', projectId: search.get('projectId') ?? '' };
}

/** The session goes where `origin` says: a foreign one would be handed the keys. */
function requireKnownOrigin(target: string, corsOrigins: CorsOrigins): void {
  if (!corsOrigins.find(URL.parse(target)?.origin)?.allowCredentials) {
    throw httpError(400, 'This Studio is not known here: add its origin to the allowed ones');
  }
}
