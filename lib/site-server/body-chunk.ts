/** Node's response methods take chunk, encoding and callback in several orders; these two sort them out. */
export function isCallback(value: unknown): value is () => void {
  return typeof value === 'function';
}

export function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (typeof chunk !== 'string') throw new TypeError('A response body must be text or bytes');
  return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8');
}
