import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createUnzip } from 'node:zlib';
import { UsageError } from '../command-line.ts';

type Bounds = { lineBytes: number; unpackedBytes: number; timesAsLarge: number };
const limits: Bounds = { lineBytes: 64 * 1024 ** 2, unpackedBytes: 1024 ** 3, timesAsLarge: 100 };
const newline = 0x0a;
const nul = 0x00;
const openBrace = 0x7b;

/**
 * Reads an archive before it is imported. The import takes each `_sanityAsset` from wherever it says, so an
 * archive of a stranger could name the files of whoever imports it, and they would be in the dataset. It looks
 * at every line that is a document, wherever it stands: names of files inside of the archive prove nothing.
 */
export async function checkArchive(file: string, bounds: Bounds = limits): Promise<void> {
  const head = await firstBytes(file);
  const packed = createReadStream(file);
  if (!isPacked(head))
    return checkLines(packed, packed, { ...bounds, unpackedBytes: Number.POSITIVE_INFINITY });
  const unpacked = new PassThrough();
  const unpacking = pipeline(packed, createUnzip(), unpacked);
  await Promise.all([unpacking, checkLines(unpacked, packed, bounds)]);
}

async function firstBytes(file: string): Promise<Buffer> {
  for await (const chunk of createReadStream(file, { end: 1 })) return Buffer.from(chunk);
  return Buffer.alloc(0);
}

/** gzip, or deflate with its header. */
function isPacked(head: Buffer): boolean {
  const [first = 0, second = 0] = head;
  return (first === 0x1f && second === 0x8b) || ((first & 0x0f) === 8 && (first * 256 + second) % 31 === 0);
}

async function checkLines(
  content: AsyncIterable<Buffer>,
  packed: { readonly bytesRead: number },
  { lineBytes, unpackedBytes, timesAsLarge }: Bounds,
): Promise<void> {
  let total = 0;
  let line: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (total === 0 && isPacked(chunk)) throw new UsageError('The archive is packed more than once');
    total += chunk.length;
    if (total > unpackedBytes && total > packed.bytesRead * timesAsLarge) {
      throw new UsageError('The archive is far larger than it looks: it would fill the disk');
    }
    let start = 0;
    for (let at = 0; at <= chunk.length; at++) {
      const isEnd = at === chunk.length;
      if (!isEnd && chunk[at] !== newline && chunk[at] !== nul) continue;
      if (start === at && size === 0) {
        start++;
        continue;
      }
      const piece = chunk.subarray(start, at);
      start = at + 1;
      // What began as no document, a picture's bytes say, is not collected.
      if (size > 0 || firstVisible(piece) === openBrace) line.push(piece);
      size = line.length === 0 ? 0 : size + piece.length;
      if (size > lineBytes) throw new UsageError('The archive holds a line that is too long');
      if (isEnd) continue;
      checkLine(Buffer.concat(line).toString('utf8'));
      line = [];
      size = 0;
    }
  }
  checkLine(Buffer.concat(line).toString('utf8'));
}

function firstVisible(piece: Buffer): number | undefined {
  return piece.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0d);
}

function checkLine(line: string): void {
  if (line === '') return;
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    // Not a document: the import will say so where it should be one.
    return;
  }
  const parts: unknown[] = [document];
  while (parts.length > 0) {
    const part = parts.pop();
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, value] of Object.entries(part)) {
      if (key === '_sanityAsset' && !isInArchive(value)) {
        throw new UsageError(`The archive names a file outside of itself: ${JSON.stringify(value)}`);
      }
      parts.push(value);
    }
  }
}

/** `image@file://./images/a.jpg`, or an address on the web. */
function isInArchive(value: unknown): boolean {
  const [, address = ''] = /^(?:file|image)@(.+)$/s.exec(String(value)) ?? [];
  if (/^https?:\/\/[^.]/i.test(address)) return true;
  const [, path] = /^file:\/\/\.\/(.+)$/is.exec(address) ?? [];
  if (path === undefined || /%2f|%5c|\\/i.test(path)) return false;
  const inside = 'file:///archive/';
  return URL.parse(path, inside)?.href.startsWith(inside) ?? false;
}
