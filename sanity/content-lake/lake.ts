import type { DatabaseSync } from 'node:sqlite';
import { AssetFiles } from './assets/asset-files.ts';
import { RenderedImages } from './assets/rendered-images.ts';
import type { Caller } from './auth/caller.ts';
import { type Account, LocalAccounts } from './auth/local-accounts.ts';
import { SignInLimit } from './auth/sign-in-limit.ts';
import { SignInSessions } from './auth/sign-in-sessions.ts';
import { TokenStore } from './auth/token-store.ts';
import { Dataset } from './dataset/dataset.ts';
import { HookDispatcher } from './hooks/hook-dispatcher.ts';
import { HookStore } from './hooks/hook-store.ts';
import { httpError } from './http/lake-error.ts';
import { RecentTransactions } from './listen/recent-transactions.ts';
import { openDatabase } from './store/database.ts';
import { TransactionLog } from './store/transaction-log.ts';
import { KeyValues } from './users/key-values.ts';

export type DatasetOptions = { name: string; isPublic: boolean };
export type LakeOptions = {
  dataFolder: string;
  projectId: string;
  allowedOrigins: readonly string[];
  datasets: readonly DatasetOptions[];
  accounts: readonly (Account & { secret: string })[];
  now: Date;
};

/** Everything that requests share: the database, the datasets in memory, the tokens, the assets. */
export class Lake {
  readonly projectId: string;
  readonly allowedOrigins: readonly string[];
  readonly startedAt: Date;
  readonly database: DatabaseSync;
  readonly tokens: TokenStore;
  readonly localAccounts: LocalAccounts;
  readonly signInLimit = new SignInLimit();
  readonly signInSessions = new SignInSessions();
  readonly keyValues: KeyValues;
  readonly hooks: HookStore;
  readonly hookDispatcher: HookDispatcher;
  readonly assetFiles: AssetFiles;
  readonly renderedImages: RenderedImages;
  readonly datasets = new Map<string, Dataset>();
  readonly #recent = new WeakMap<Dataset, RecentTransactions>();

  constructor({ dataFolder, projectId, allowedOrigins, datasets, accounts, now }: LakeOptions) {
    this.projectId = projectId;
    this.allowedOrigins = allowedOrigins;
    this.startedAt = now;
    this.database = openDatabase(dataFolder);
    this.tokens = new TokenStore(this.database);
    this.localAccounts = new LocalAccounts(accounts);
    this.keyValues = new KeyValues(this.database);
    this.hooks = new HookStore(this.database);
    this.assetFiles = new AssetFiles(dataFolder);
    this.renderedImages = new RenderedImages(dataFolder);
    for (const options of datasets) this.#remember(options, now);
    for (const row of this.database.prepare('SELECT name, acl FROM datasets ORDER BY name').all()) {
      this.#load({ name: String(row.name), isPublic: row.acl === 'public' });
    }
    this.hookDispatcher = new HookDispatcher(this);
    this.hookDispatcher.start();
  }

  dataset(name: string | undefined): Dataset {
    const dataset = this.datasets.get(name ?? '');
    if (dataset) return dataset;
    throw httpError(404, `Dataset "${name ?? ''}" not found for project ID "${this.projectId}"`);
  }

  recentTransactions(dataset: Dataset): RecentTransactions {
    const recent = this.#recent.get(dataset);
    if (!recent) throw new Error('A dataset is loaded together with its recent transactions');
    return recent;
  }

  createDataset(options: DatasetOptions, now: Date): void {
    this.#remember(options, now);
    this.hookDispatcher.watch(this.#load(options));
  }

  knownCallers(): Extract<Caller, { kind: 'known' }>[] {
    return [...this.localAccounts.callers(), ...this.tokens.robotCallers()];
  }

  async close(): Promise<void> {
    await this.hookDispatcher.stop();
    this.database.close();
  }

  #load({ name, isPublic }: DatasetOptions): Dataset {
    const dataset = new Dataset(name, isPublic, new TransactionLog(this.database, name));
    this.datasets.set(name, dataset);
    this.#recent.set(dataset, new RecentTransactions(dataset));
    return dataset;
  }

  #remember({ name, isPublic }: DatasetOptions, now: Date): void {
    this.database
      .prepare(
        `INSERT INTO datasets (name, acl, created_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET acl = excluded.acl`,
      )
      .run(name, isPublic ? 'public' : 'private', now.toISOString());
  }
}
