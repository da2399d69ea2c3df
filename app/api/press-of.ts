import 'server-only';
import { config } from '#lib/config.ts';
import { deviceName } from '#lib/subscribers/device-name.ts';
import { cookieOf, sessionCookieName } from '#lib/subscribers/reader-cookies.ts';
import type { Press } from '#lib/subscribers/sign-in.ts';

/** Whose hand is on the button, as far as the request tells. */
export function pressOf({ headers }: Request): Press {
  return {
    session: cookieOf(headers, sessionCookieName(config().SITE_URL)),
    device: deviceName(headers.get('user-agent')),
  };
}
