import { randomUUID } from 'node:crypto';
import type { Dataset } from '../dataset/dataset.ts';
import type { LakeDocument } from '../dataset/document.ts';
import { HistoryStore } from '../history/history-store.ts';
import { LakeError } from '../http/lake-error.ts';
import type { Lake } from '../lake.ts';
import { performActions } from './perform-actions.ts';

/** The clock may be set meanwhile, so it is looked at now and then even when nothing is due for long. */
const longestPauseMilliseconds = 15_000;

/** Publishes releases when their time has come, also those that became due while the program was down. */
export class ReleaseClock {
  readonly #lake: Lake;
  readonly #watched = new Set<Dataset>();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(lake: Lake) {
    this.#lake = lake;
  }

  watch(dataset: Dataset): void {
    this.#watched.add(dataset);
    dataset.onTransaction(({ changes }) => {
      if (changes.some(({ after }) => after?._type === 'system.release')) this.#plan();
    });
    dataset.onEnd(() => this.#watched.delete(dataset));
    this.#plan();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
  }

  #plan(shortestPauseMilliseconds = 0): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    const dues = [...this.#watched].flatMap((dataset) => scheduledIn(dataset).map(dueOf));
    if (dues.length === 0) return;
    const pause = Math.min(...dues) - this.#lake.clock().getTime();
    this.#timer = setTimeout(
      () => {
        this.#turn = this.#turn
          .then(() => this.#publishDue())
          .then(
            () => this.#plan(),
            (error: unknown) => {
              console.error('lake.release.failed', error);
              this.#plan(longestPauseMilliseconds);
            },
          );
      },
      Math.max(shortestPauseMilliseconds, Math.min(pause, longestPauseMilliseconds)),
    );
    this.#timer.unref();
  }

  async #publishDue(): Promise<void> {
    const now = this.#lake.clock();
    for (const dataset of this.#watched) {
      const due = scheduledIn(dataset).filter((release) => dueOf(release) <= now.getTime());
      for (const release of due.sort((a, b) => dueOf(a) - dueOf(b))) {
        await this.#publish(dataset, release, now);
      }
    }
  }

  async #publish(dataset: Dataset, release: LakeDocument, now: Date): Promise<void> {
    const author = this.#schedulerOf(dataset, release);
    const action = { actionType: 'sanity.action.release.publish', releaseId: String(release.name) };
    try {
      await dataset.commit({
        transactionId: randomUUID(),
        author,
        now,
        apply: (pending) => {
          // Unscheduled, or scheduled anew, while this waited for its turn.
          if (pending.read(release._id)?._rev !== release._rev) return;
          performActions(this.#lake, dataset, [action], pending, now);
        },
      });
    } catch (error) {
      if (!(error instanceof LakeError)) throw error;
      await this.#giveUp(dataset, release, author, now, error.message);
    }
  }

  /** What cannot be published, because a reference leads nowhere say, stays and says why. */
  async #giveUp(dataset: Dataset, release: LakeDocument, author: string, now: Date, message: string) {
    const operations = { set: { state: 'active', error: { message } }, unset: ['publishAt'] };
    await dataset.commit({
      transactionId: randomUUID(),
      author,
      now,
      apply: (pending) => pending.apply({ kind: 'patch', id: release._id, operations }),
    });
  }

  #schedulerOf(dataset: Dataset, { _id }: LakeDocument): string {
    const history = new HistoryStore(this.#lake.database, dataset.name);
    const newest = { from: null, to: null, isNewestFirst: true, transactions: 1 };
    return history.entries([_id], newest)[0]?.author ?? '<system>';
  }
}

function scheduledIn(dataset: Dataset): LakeDocument[] {
  const releases = dataset.perspectives.raw.withType('system.release').all();
  return releases.filter((release) => release.state === 'scheduled' && !Number.isNaN(dueOf(release)));
}

function dueOf({ publishAt }: LakeDocument): number {
  return Date.parse(String(publishAt));
}
