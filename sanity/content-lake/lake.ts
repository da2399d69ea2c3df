import type { DatabaseSync } from 'node:sqlite';
import { AssetFiles } from './assets/asset-files.ts';
import { RenderedImages } from './assets/rendered-images.ts';
import { TokenStore } from './auth/token-store.ts';
import { Dataset } from './dataset/dataset.ts';
import { httpError } from './http/lake-error.ts';
import { openDatabase } from './store/database.ts';
import { TransactionLog } from './store/transaction-log.ts';

export type LakeOptions = {
  dataFolder: string;
  projectId: string;
  allowedOrigins: readonly string[];
  datasets: readonly { name: string; isPublic: boolean }[];
  now: Date;
};

/** Everything that requests share: the database, the datasets in memory, the tokens, the assets. */
export class Lake {
  readonly projectId: string;
  readonly allowedOrigins: readonly string[];
  readonly database: DatabaseSync;
  readonly tokens: TokenStore;
  readonly assetFiles: AssetFiles;
  readonly renderedImages: RenderedImages;
  readonly datasets = new Map<string, Dataset>();

  constructor({ dataFolder, projectId, allowedOrigins, datasets, now }: LakeOptions) {
    this.projectId = projectId;
    this.allowedOrigins = allowedOrigins;
    this.database = openDatabase(dataFolder);
    this.tokens = new TokenStore(this.database);
    this.assetFiles = new AssetFiles(dataFolder);
    this.renderedImages = new RenderedImages(dataFolder);
    for (const { name, isPublic } of datasets) this.#remember(name, isPublic, now);
    for (const row of this.database.prepare('SELECT name, acl FROM datasets ORDER BY name').all()) {
      const name = String(row.name);
      this.datasets.set(
        name,
        new Dataset(name, row.acl === 'public', new TransactionLog(this.database, name)),
      );
    }
  }

  dataset(name: string | undefined): Dataset {
    const dataset = this.datasets.get(name ?? '');
    if (!dataset)
      throw httpError(404, `Dataset "${name ?? ''}" not found for project ID "${this.projectId}"`);
    return dataset;
  }

  close(): void {
    this.database.close();
  }

  #remember(name: string, isPublic: boolean, now: Date): void {
    this.database
      .prepare(
        `INSERT INTO datasets (name, acl, created_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET acl = excluded.acl`,
      )
      .run(name, isPublic ? 'public' : 'private', now.toISOString());
  }
}
