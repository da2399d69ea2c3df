import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Files that can be made again, on disk up to so many bytes: whoever can ask for many different ones
 * must not fill the disk with them. The oldest go first; any may be deleted by hand at any time.
 */
export class BoundedFolder {
  readonly #folder: string;
  readonly #limitBytes: number;
  readonly #sizes = new Map<string, number>();
  #total = 0;
  /** Counted when first needed: a start has better things to do. */
  #counted: Promise<void> | null = null;
  #turn: Promise<void> = Promise.resolve();

  constructor(folder: string, limitBytes: number) {
    this.#folder = folder;
    this.#limitBytes = limitBytes;
  }

  read(name: string): Promise<Buffer | null> {
    return readFile(this.#pathOf(name)).catch(() => null);
  }

  /** Whole and on disk, or not there: an empty file after a power cut would be served for ever. */
  async write(name: string, content: Buffer): Promise<void> {
    const path = this.#pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    this.#counted ??= this.#count();
    await this.#counted;
    await writeFile(`${path}.new`, content, { flush: true });
    await rename(`${path}.new`, path);
    this.#note(path, content.length);
    await this.#makeRoom();
  }

  #pathOf(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }

  #note(path: string, size: number): void {
    this.#total += size - (this.#sizes.get(path) ?? 0);
    this.#sizes.delete(path);
    this.#sizes.set(path, size);
  }

  /** One after the other: two at once would each make room for both. */
  #makeRoom(): Promise<void> {
    const work = this.#turn.then(async () => {
      for (const [path, size] of this.#sizes) {
        if (this.#total <= this.#limitBytes) return;
        this.#sizes.delete(path);
        this.#total -= size;
        await rm(path, { force: true });
      }
    });
    this.#turn = work.catch(() => undefined);
    return work;
  }

  /** What earlier runs have left, the oldest first. */
  async #count(): Promise<void> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const found = [];
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name);
      const { size, mtimeMs } = await stat(path);
      found.push({ path, size, mtimeMs });
    }
    for (const { path, size } of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) this.#note(path, size);
  }
}
