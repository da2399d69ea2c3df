import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { addViews } from '#lib/most-read/page-views-store.ts';
import { viewCounter } from '#lib/most-read/view-counter.ts';
import { gracefulStop } from '#lib/site-server/graceful-stop.ts';
import { securitySettings } from '#lib/site-server/security-settings.ts';
import { siteServer } from '#lib/site-server/site-server.ts';
import { warmNewestPages } from '#lib/site-server/warm.ts';
import { isSubscriber } from '#lib/subscribers/is-subscriber.ts';

/**
 * The site's entry: the framework inside our own server, because only here can an answer get a status that the
 * framework does not know (410, 503) and a policy for the scripts that are really in it. `--dev` for working on it.
 */
const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
const { dev } = values;
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
const settings = config();
const { PORT: port } = settings;

const { default: next } = await import('next');
const dir = fileURLToPath(new URL('..', import.meta.url));
const app = next({ dev, dir, port, hostname: 'localhost' });
await app.prepare();
const views = viewCounter(
  (counts) => addViews(database().db, counts),
  () => new Date(),
);
const flushing = setInterval(() => void views.flush(), 10_000);
const server = siteServer(
  app.getRequestHandler(),
  dev ? null : securitySettings(settings),
  isSubscriber,
  views.count,
);
const stop = gracefulStop(server);
server.once('error', (error) => {
  console.error(`The site cannot listen on port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, async () => {
  const origin = `http://localhost:${port}`;
  console.log(`site ready at ${origin}`);
  if (!dev) log.info({ event: 'site.warmed', ...(await warmNewestPages(origin)) });
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stop();
    clearInterval(flushing);
    await views.flush();
    await app.close();
    process.exit(0);
  });
}
