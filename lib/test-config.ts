import { vi } from 'vitest';

/** For what takes addresses of pictures from the configuration, which is whole or refused. */
export function stubConfig(): void {
  for (const name of ['SANITY_API_READ_TOKEN', 'SANITY_WEBHOOK_SECRET', 'SESSION_SECRET'])
    vi.stubEnv(name, 'x'.repeat(24));
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
  vi.stubEnv('SMTP_URL', 'smtp://localhost');
}
