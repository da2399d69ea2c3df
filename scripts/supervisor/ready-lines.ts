import { relative } from 'node:path';
import type { SecretsFolder } from './secrets.ts';
import type { Settings } from './settings.ts';

/** What a person can open now, and how to sign in. */
export function readyLines(
  settings: Settings,
  secrets: SecretsFolder,
  isFirstStart: boolean,
  logs: string,
): string[] {
  const { siteUrl, ports, runsLake, runsDatabase, runsInbox } = settings;
  const near = (path: string) => {
    const short = relative(process.cwd(), path);
    return short.startsWith('..') ? path : short;
  };
  const password = isFirstStart
    ? `password ${secrets.has('editor-password') ? secrets.read('editor-password') : ''}`
    : `password in ${near(secrets.pathOf('editor-password'))}`;
  const row = (name: string, what: string) => `  ${name.padEnd(10)}${what}`;
  return [
    '',
    row('Site', siteUrl),
    row('Studio', `${siteUrl}/studio${runsLake ? `  (account editor, ${password})` : ''}`),
    ...(runsInbox ? [row('Inbox', `http://localhost:${ports.inboxWeb}`)] : []),
    ...(runsLake ? [row('Lake', `http://localhost:${ports.lake}`)] : []),
    ...(runsDatabase ? [row('Database', `127.0.0.1:${ports.database}`)] : []),
    row('Logs', near(logs)),
    '',
    'Ctrl-C stops everything.',
  ];
}
