import type { InlineHashes } from '#lib/page-cache/inline-hashes.ts';

/** What the policies depend on; from the configuration at run time, nothing of it is built in. */
export type SecuritySettings = {
  /** Whether readers come over TLS. */
  readonly secure: boolean;
  /** The host that Studio, in the browser, calls: its origin. Null means hosted Sanity. */
  readonly lakeOrigin: string | null;
  readonly projectId: string;
  /** The host that pictures come from when it is not the site's own: its origin. */
  readonly imageOrigin: string | null;
};

const hostedSanity = ['https://*.sanity.io', 'wss://*.sanity.io', 'https://*.sanity.work'];

/**
 * How a page is looked at: alone, in the frame of Studio's Presentation (which is this site's own), or there with
 * drafts. What draws the outlines for click-to-edit makes its styles in the browser.
 */
export type View = 'alone' | 'framed' | 'draft';

/** Anything that no other rule names is refused; `'self'` is this site's scheme, host and port. */
export function readerPolicy(
  { scripts, styles, frames }: InlineHashes,
  { imageOrigin }: SecuritySettings,
  view: View = 'alone',
): string {
  return directives({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...(view === 'draft' ? ["'unsafe-inline'"] : styles)],
    'img-src': ["'self'", 'data:', ...(imageOrigin ? [imageOrigin] : [])],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'media-src': ["'self'"],
    ...(frames.length > 0 && { 'frame-src': frames }),
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': [view === 'alone' ? "'none'" : "'self'"],
  });
}

/** A mail looked at in a browser: its styles are inline because mail programs want them so, and nothing else runs. */
export function mailPolicy({ imageOrigin }: Pick<SecuritySettings, 'imageOrigin'>): string {
  return directives({
    'default-src': ["'none'"],
    'style-src': ["'unsafe-inline'"],
    'img-src': ["'self'", ...(imageOrigin ? [imageOrigin] : [])],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

/** Studio makes its styles in the browser, shows uploads as blobs and speaks to the lake over HTTP and WebSocket. */
export function studioPolicy({ scripts }: InlineHashes, { lakeOrigin, projectId }: SecuritySettings): string {
  // The SDK inside Studio knows no other host than the project's own name below the lake's.
  const ofSdk = lakeOrigin?.replace('://', `://${projectId}.`);
  const lake = lakeOrigin && ofSdk ? [lakeOrigin, ofSdk, lakeOrigin.replace(/^http/, 'ws')] : hostedSanity;
  return directives({
    'default-src': ["'self'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', 'https:', ...lake],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...lake],
    'media-src': ["'self'", 'blob:', ...lake],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'self'"],
  });
}

function directives(policy: Record<string, readonly string[]>): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * What neither a page nor anything that it frames may ask of a reader's device. Not named is what a reader asks for:
 * full screen, sharing, copying.
 */
const nobodyMay = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...[
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'usb',
    'window-management',
    'xr-spatial-tracking',
  ],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Headers for every answer, whatever it is. */
export function commonHeaders({ secure }: SecuritySettings): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': nobodyMay,
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    ...(secure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  };
}
