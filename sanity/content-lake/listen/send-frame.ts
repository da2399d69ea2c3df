import type { WebSocket } from 'ws';

const longestBacklogBytes = 16 * 1024 * 1024;

/** Who does not read is cut off and comes back, instead of filling our memory. */
export function sendFrame(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > longestBacklogBytes) socket.terminate();
  else socket.send(text);
}
