import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { httpError } from '../http/lake-error.ts';

const assetFileName = /^[a-f0-9]{40}(-\d+x\d+)?\.[a-z0-9]{1,10}$/;

export type ReceivedFile = { path: string; sha1: string; size: number; head: Buffer };

/** The bytes of assets, on disk under the hash of their content. */
export class AssetFiles {
  readonly #folder: string;
  /** Uploads that are not whole yet, and what is being deleted. Beside the assets: a dataset may have any name. */
  readonly #passing: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'assets');
    this.#passing = join(dataFolder, 'incoming');
    mkdirSync(this.#folder, { recursive: true });
    // What a program that was killed has left there belongs to nobody.
    rmSync(this.#passing, { recursive: true, force: true });
    mkdirSync(this.#passing);
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
    const path = join(this.#passing, randomUUID());
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

  /** On disk under its name when it returns, folders included: its document may be written then. */
  async keep(received: ReceivedFile, dataset: string, fileName: string): Promise<void> {
    const path = this.pathOf(dataset, fileName);
    const shelf = dirname(path);
    const isNew = mkdirSync(shelf, { recursive: true }) !== undefined;
    await rename(received.path, path);
    await syncFolder(shelf);
    if (!isNew) return;
    await syncFolder(dirname(shelf));
    await syncFolder(this.#folder);
  }

  /** The bytes go with the document that stands for them. Called while the commit still has its turn. */
  removeDeleted(dataset: string, changes: readonly { id: string; after: unknown }[]): void {
    for (const { id, after } of changes) {
      const fileName = after === null ? fileNameOf(id) : null;
      if (fileName !== null) rmSync(this.pathOf(dataset, fileName), { force: true });
    }
  }

  /** Out of the way at once, so that a dataset of the same name begins with nothing; deleted after that. */
  async removeAll(dataset: string): Promise<void> {
    const path = join(this.#folder, dataset);
    if (!existsSync(path)) return;
    const aside = join(this.#passing, randomUUID());
    renameSync(path, aside);
    await rm(aside, { recursive: true, force: true });
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.path, { force: true });
  }
}

/** The id alone says whose bytes these are: any document may hold any `path`. */
function fileNameOf(id: string): string | null {
  const [, stem, extension] = /^(?:image|file)-(.+)-([a-z0-9]+)$/.exec(id) ?? [];
  const fileName = `${stem}.${extension}`;
  return assetFileName.test(fileName) ? fileName : null;
}

/** A file's name is on disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function tooLarge(limitBytes: number): Error {
  return httpError(413, `Assets may be at most ${limitBytes} bytes`);
}
