import { createServer } from 'node:http';

/** What Node itself needs: a server that does nothing but send these bytes, in a process of its own. */
const [address = ''] = process.argv.slice(2);
const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
const body = Buffer.from(await answer.arrayBuffer());
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const listening = server.address();
  if (listening && typeof listening === 'object') console.log(listening.port);
});
