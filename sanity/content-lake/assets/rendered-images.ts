import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { httpError } from '../http/lake-error.ts';
import { BoundedFolder } from './bounded-folder.ts';

const limits = { diskBytes: 2 * 1024 ** 3, waiting: 500 } as const;

/**
 * Transformed pictures on disk. The same one is never made twice at once, and no more are made at a
 * time than there are processors; the folder keeps to its size and may be deleted at any time.
 */
export class RenderedImages {
  readonly #folder: BoundedFolder;
  readonly #making = new Map<string, Promise<Buffer>>();
  readonly #waiting: (() => void)[] = [];
  #free = availableParallelism();

  constructor(dataFolder: string, diskBytes: number = limits.diskBytes) {
    this.#folder = new BoundedFolder(join(dataFolder, 'transforms'), diskBytes);
  }

  get(subject: object, make: () => Promise<Buffer>): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(subject)).digest('hex');
    const underway = this.#making.get(key);
    if (underway) return underway;
    const work = this.#readOrMake(key, make);
    this.#making.set(key, work);
    const done = () => this.#making.delete(key);
    work.then(done, done);
    return work;
  }

  async #readOrMake(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = await this.#folder.read(key);
    if (known) return known;
    await this.#takeTurn();
    let made: Buffer;
    try {
      made = await make();
    } finally {
      this.#endTurn();
    }
    // A picture that cannot be kept, on a full disk say, can still be answered.
    await this.#folder.write(key, made).catch((error: unknown) => {
      console.error('lake.transforms.not-kept', error);
    });
    return made;
  }

  async #takeTurn(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    if (this.#waiting.length >= limits.waiting) {
      throw httpError(503, 'Too many pictures are being made', { 'retry-after': '2' });
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
