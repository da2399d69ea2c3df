import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JsonRecord } from '../dataset/document.ts';
import { httpError } from '../http/lake-error.ts';

const assetFileName = /^[a-f0-9]{40}(-\d+x\d+)?\.[a-z0-9]{1,10}$/;

export type ReceivedFile = { path: string; sha1: string; size: number; head: Buffer };

/** The bytes of assets, on disk under the hash of their content. */
export class AssetFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'assets');
    mkdirSync(join(this.#folder, 'incoming'), { recursive: true });
  }

  pathOf(dataset: string, fileName: string): string {
    return join(this.#folder, dataset, fileName.slice(0, 2), fileName);
  }

  async find(dataset: string, fileName: string): Promise<{ path: string; size: number } | null> {
    if (!assetFileName.test(fileName)) return null;
    const path = this.pathOf(dataset, fileName);
    if (!existsSync(path)) return null;
    return { path, size: (await stat(path)).size };
  }

  /** Streams an upload to disk; nothing larger than the limit is ever held. */
  async receive(message: IncomingMessage, limitBytes: number): Promise<ReceivedFile> {
    if (Number(message.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
    const path = join(this.#folder, 'incoming', randomUUID());
    const hash = createHash('sha1');
    let size = 0;
    let head = Buffer.alloc(0);
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limitBytes) {
          done(tooLarge(limitBytes));
          return;
        }
        if (head.length < 512) head = Buffer.concat([head, chunk]).subarray(0, 512);
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(message, measure, createWriteStream(path, { flush: true }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, sha1: hash.digest('hex'), size, head };
  }

  async keep(received: ReceivedFile, dataset: string, fileName: string): Promise<void> {
    const path = this.pathOf(dataset, fileName);
    mkdirSync(join(path, '..'), { recursive: true });
    await rename(received.path, path);
  }

  /** The bytes go with the document that stands for them. Called while the commit still has its turn. */
  removeDeleted(dataset: string, changes: readonly { before: JsonRecord | null; after: unknown }[]): void {
    for (const { before, after } of changes) {
      if (after !== null || !before || !String(before._type).endsWith('Asset')) continue;
      const fileName =
        String(before.path ?? '')
          .split('/')
          .at(-1) ?? '';
      if (assetFileName.test(fileName)) rmSync(this.pathOf(dataset, fileName), { force: true });
    }
  }

  async removeAll(dataset: string): Promise<void> {
    await rm(join(this.#folder, dataset), { recursive: true, force: true });
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.path, { force: true });
  }
}

function tooLarge(limitBytes: number): Error {
  return httpError(413, `Assets may be at most ${limitBytes} bytes`);
}
