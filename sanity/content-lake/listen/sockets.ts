import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { splitVersion } from '../http/route.ts';
import type { Lake } from '../lake.ts';
import { PresenceRoom } from './presence-socket.ts';
import { serveSharedSocket } from './shared-socket.ts';

const largestFrameBytes = 256 * 1024;

/** `/v1/event-streams` and `/v…/socket/:dataset`. Browsers of foreign origins are turned away. */
export function attachSockets(server: Server, lake: Lake): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes });
  const rooms = new Map<string, PresenceRoom>();
  const room = (dataset: string) => {
    const known = rooms.get(dataset) ?? new PresenceRoom(lake);
    rooms.set(dataset, known);
    return known;
  };
  server.on('upgrade', (message: IncomingMessage, connection: Duplex, head: Buffer) => {
    // From here on Node listens no more: a stranger's reset connection would end the program.
    connection.on('error', () => connection.destroy());
    const serve = serverFor(lake, message, room);
    if (!serve) {
      connection.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(message, connection, head, (socket) => {
      socket.on('error', () => socket.terminate());
      serve(socket);
    });
  });
  return sockets;
}

function serverFor(
  lake: Lake,
  message: IncomingMessage,
  room: (dataset: string) => PresenceRoom,
): ((socket: WebSocket) => void) | null {
  const { origin } = message.headers;
  if (origin !== undefined && !lake.corsOrigins.find(origin)) return null;
  const url = URL.parse(message.url ?? '', 'http://lake');
  if (!url) return null;
  const { pathname } = splitVersion(url.pathname);
  if (pathname === '/event-streams') return (socket) => serveSharedSocket(lake, socket);
  const [, dataset] = /^\/socket\/([a-z0-9_-]+)$/.exec(pathname) ?? [];
  return dataset !== undefined && lake.datasets.has(dataset) ? (socket) => room(dataset).enter(socket) : null;
}
