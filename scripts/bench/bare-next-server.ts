import { createServer } from 'node:http';

/** The framework's own handler and nothing else, in a process of its own. */
const [dir = ''] = process.argv.slice(2);
const { default: next } = await import('next');
const app = next({ dev: false, dir });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const listening = server.address();
  if (listening && typeof listening === 'object') console.log(`ready ${listening.port}`);
});
process.once('SIGTERM', () => process.exit(0));
