import type { Config } from '#lib/config.ts';
import type { SecuritySettings } from './security-headers.ts';

function originOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).origin;
}

export function securitySettings(config: Config): SecuritySettings {
  return {
    secure: config.SITE_URL.startsWith('https:'),
    lakeOrigin: originOf(config.SANITY_PUBLIC_API_HOST ?? config.SANITY_API_HOST),
    projectId: config.SANITY_PROJECT_ID,
    imageOrigin: originOf(config.IMAGE_BASE_URL),
  };
}
