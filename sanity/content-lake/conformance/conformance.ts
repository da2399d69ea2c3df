import type { IdentifiedSanityDocumentStub, SanityClient } from '@sanity/client';
import { expect, test } from 'vitest';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

/** One row of the table: what is there, what is called, and what must come back. */
export type Call = {
  name: string;
  given?: readonly IdentifiedSanityDocumentStub[];
  call: (client: SanityClient, clients: Clients) => Promise<unknown>;
  /** Matched as a part of the answer. */
  answers?: unknown;
  /** Matched as a part of `{ name, status, body }` of the error. */
  refuses?: object;
};

type Clients = { lake: TestLake; viewer: SanityClient; anonymous: SanityClient };

/** The release that `versions.spring.…` belong to. */
export const springRelease = {
  _id: '_.releases.spring',
  _type: 'system.release',
  name: 'spring',
  state: 'active',
  metadata: { releaseType: 'asap' },
};

let rows = 0;

/** Runs each row in a dataset of its own, against one lake for the whole table. */
export function conformanceTable(calls: readonly Call[]): void {
  test.each(calls.map((row) => ({ ...row, dataset: `row-${rows++}` })))(
    '$name',
    async ({ dataset, given = [], call, answers, refuses }) => {
      const lake = await sharedLake();
      await lake.client().datasets.create(dataset, { aclMode: 'private' });
      const client = lake.client({ dataset });
      if (given.length > 0) {
        const transaction = client.transaction();
        for (const document of given) transaction.create(document);
        await transaction.commit({ visibility: 'async' });
      }
      const viewer = lake.client({ dataset, token: tokens.viewer });
      const anonymous = lake.client({ dataset, token: '' });
      const outcome = await call(client, { lake, viewer, anonymous }).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error: described(error) }),
      );
      if (refuses) expect(outcome).toMatchObject({ error: refuses });
      else expect(outcome).toEqual({ answer: answers });
    },
  );
}

let shared: Promise<TestLake> | null = null;

function sharedLake(): Promise<TestLake> {
  shared ??= startTestLake();
  return shared;
}

/** To be called once, after the tables of a file. */
export async function endSharedLake(): Promise<void> {
  await (await shared)?.end();
  shared = null;
}

/** The client's own errors: ClientError for 4xx, ServerError for 5xx. */
function described(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const response: unknown = 'response' in error ? error.response : undefined;
  const details = 'details' in error ? error.details : undefined;
  if (typeof response !== 'object' || response === null || !('statusCode' in response)) {
    return { name: error.constructor.name, message: error.message };
  }
  const body = 'body' in response ? response.body : undefined;
  return { name: error.constructor.name, message: error.message, status: response.statusCode, body, details };
}
