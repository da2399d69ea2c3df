import type { DatabaseSync } from 'node:sqlite';
import { ReleaseClock } from './actions/release-clock.ts';
import { AssetFiles } from './assets/asset-files.ts';
import { RenderedImages } from './assets/rendered-images.ts';
import type { Caller } from './auth/caller.ts';
import { KnownSecrets } from './auth/known-secrets.ts';
import { type Account, callerOf, LocalAccounts } from './auth/local-accounts.ts';
import { SignInLimit } from './auth/sign-in-limit.ts';
import { SignInSessions } from './auth/sign-in-sessions.ts';
import { TokenStore } from './auth/token-store.ts';
import { Dataset } from './dataset/dataset.ts';
import { HookDispatcher } from './hooks/hook-dispatcher.ts';
import { HookLog } from './hooks/hook-log.ts';
import { HookStore } from './hooks/hook-store.ts';
import { httpError } from './http/lake-error.ts';
import { RecentTransactions } from './listen/recent-transactions.ts';
import { CorsOrigins } from './projects/cors-origins.ts';
import { type DatasetOptions, DatasetStore } from './projects/dataset-store.ts';
import { openDatabase } from './store/database.ts';
import { keptKey } from './store/kept-key.ts';
import { TransactionLog } from './store/transaction-log.ts';
import { KeyValues } from './users/key-values.ts';

export type LakeOptions = {
  dataFolder: string;
  projectId: string;
  allowedOrigins: readonly string[];
  /** Whether X-Forwarded-* headers come from a proxy of ours. */
  trustsProxy: boolean;
  datasets: readonly DatasetOptions[];
  accounts: readonly (Account & { secret: string })[];
  /** What time it is, for everything that is stamped, expires or becomes due. */
  clock: () => Date;
};

/** Everything that requests share: the database, the datasets in memory, the tokens, the assets. */
export class Lake {
  readonly projectId: string;
  readonly trustsProxy: boolean;
  readonly clock: () => Date;
  readonly releaseClock: ReleaseClock;
  readonly corsOrigins: CorsOrigins;
  readonly startedAt: Date;
  readonly database: DatabaseSync;
  /** What sync tags are made with. */
  readonly tagKey: string;
  readonly tokens: TokenStore;
  readonly localAccounts: LocalAccounts;
  readonly signInLimit = new SignInLimit();
  readonly signInSessions = new SignInSessions();
  readonly keyValues: KeyValues;
  readonly hooks: HookStore;
  readonly hookLog: HookLog;
  readonly hookDispatcher: HookDispatcher;
  readonly assetFiles: AssetFiles;
  readonly renderedImages: RenderedImages;
  readonly datasetStore: DatasetStore;
  /** Datasets that this start named and that have been deleted. */
  readonly leftOut: readonly string[];
  readonly datasets = new Map<string, Dataset>();
  readonly #recent = new WeakMap<Dataset, RecentTransactions>();

  constructor({
    dataFolder,
    projectId,
    allowedOrigins,
    trustsProxy,
    datasets,
    accounts,
    clock,
  }: LakeOptions) {
    const now = clock();
    this.clock = clock;
    this.trustsProxy = trustsProxy;
    this.projectId = projectId;
    this.startedAt = now;
    this.database = openDatabase(dataFolder);
    this.corsOrigins = new CorsOrigins(this.database, allowedOrigins);
    this.datasetStore = new DatasetStore(this.database);
    this.tagKey = keptKey(this.database, 'sync-tags');
    this.tokens = new TokenStore(this.database);
    this.localAccounts = new LocalAccounts(accounts);
    this.tokens.keepSessionsOf(this.localAccounts.callers());
    const knownSecrets = new KnownSecrets(this.database);
    for (const account of accounts) {
      const { userId } = callerOf(account);
      if (knownSecrets.hasChanged(userId, account.secret)) this.tokens.endSessionsOf(userId);
    }
    this.keyValues = new KeyValues(this.database);
    this.hooks = new HookStore(this.database);
    this.hookLog = new HookLog(this.database, projectId);
    this.assetFiles = new AssetFiles(dataFolder);
    this.renderedImages = new RenderedImages(dataFolder);
    this.leftOut = datasets.map(({ name }) => name).filter((name) => this.datasetStore.wasDeleted(name));
    for (const options of datasets) {
      if (!this.leftOut.includes(options.name)) this.datasetStore.save(options, 'command line', now);
    }
    for (const row of this.datasetStore.all()) this.#load(row);
    this.hookDispatcher = new HookDispatcher(this);
    this.hookDispatcher.start();
    this.releaseClock = new ReleaseClock(this);
    for (const dataset of this.datasets.values()) this.releaseClock.watch(dataset);
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

  createDataset(options: DatasetOptions, createdBy: string, now: Date): void {
    this.datasetStore.save(options, createdBy, now);
    const dataset = this.#load(options);
    this.hookDispatcher.watch(dataset);
    this.releaseClock.watch(dataset);
  }

  /** After the commits that wait for their turn; whoever listens is told. */
  async deleteDataset(dataset: Dataset): Promise<void> {
    let assets: Promise<void> = Promise.resolve();
    await dataset.end(() => {
      this.datasetStore.remove(dataset.name);
      assets = this.assetFiles.removeAll(dataset.name);
      this.datasets.delete(dataset.name);
    });
    await assets;
  }

  knownCallers(): Extract<Caller, { kind: 'known' }>[] {
    return [...this.localAccounts.callers(), ...this.tokens.robotCallers()];
  }

  async close(): Promise<void> {
    await this.releaseClock.stop();
    await this.hookDispatcher.stop();
    this.database.close();
  }

  #load({ name, isPublic }: DatasetOptions): Dataset {
    const dataset = new Dataset(name, isPublic, new TransactionLog(this.database, name));
    this.datasets.set(name, dataset);
    dataset.onTransaction(({ changes }) => this.assetFiles.removeDeleted(name, changes));
    this.#recent.set(dataset, new RecentTransactions(dataset));
    return dataset;
  }
}
