import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Transformed pictures on disk. The same one is never made twice at once, and no more are made at a
 * time than there are processors; what is in the folder may be deleted at any time.
 */
export class RenderedImages {
  readonly #folder: string;
  readonly #making = new Map<string, Promise<Buffer>>();
  readonly #waiting: (() => void)[] = [];
  #free = availableParallelism();

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'transforms');
  }

  get(subject: object, make: () => Promise<Buffer>): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(subject)).digest('hex');
    const underway = this.#making.get(key);
    if (underway) return underway;
    const work = this.#readOrMake(join(this.#folder, key.slice(0, 2), key), make);
    this.#making.set(key, work);
    const done = () => this.#making.delete(key);
    work.then(done, done);
    return work;
  }

  async #readOrMake(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = await readFile(path).catch(() => null);
    if (known) return known;
    await this.#takeTurn();
    try {
      const made = await make();
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, made);
      await rename(`${path}.new`, path);
      return made;
    } finally {
      this.#endTurn();
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
