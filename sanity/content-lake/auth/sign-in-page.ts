import { createHash } from 'node:crypto';
import { bytes, type Reply } from '../http/reply.ts';

export type SignInFields = { origin: string; projectId: string };

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
main { width: min(20rem, 90vw); }
h1 { font-size: 1.25rem; }
label { display: block; margin-block: 1rem 0.25rem; }
input, button { box-sizing: border-box; width: 100%; padding: 0.6rem; font: inherit; }
button { margin-top: 1.5rem; cursor: pointer; }
[role='alert'] { border-inline-start: 4px solid #c33; padding-inline-start: 0.75rem; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

export function signInPage(
  { origin, projectId }: SignInFields,
  status: number,
  complaint: string | null,
  headers: Record<string, string> = {},
): Reply {
  const alert = complaint === null ? '' : `<p role="alert">${escaped(complaint)}</p>`;
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><style>${style}</style></head>
<body><main>
<h1>Sign in to Studio</h1>
${alert}
<form method="post" action="/login">
<input type="hidden" name="origin" value="${escaped(origin)}">
<input type="hidden" name="projectId" value="${escaped(projectId)}">
<label for="name">Account</label>
<input id="name" name="name" autocomplete="username" value="editor" required>
<label for="secret">Secret</label>
<input id="secret" name="secret" type="password" autocomplete="current-password" required autofocus>
<button type="submit">Sign in</button>
</form>
</main></body>
</html>
`;
  // A browser checks form-action against the redirect that follows too.
  const formTarget = URL.parse(origin)?.origin ?? "'none'";
  return bytes(
    page,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${formTarget}; frame-ancestors 'none'; base-uri 'none'`,
      ...headers,
    },
    status,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
