import { evaluate, parse } from 'groq-js';
import {
  type Answer,
  type GroqSuite,
  isExpected,
  readGroqSuite,
  type SuiteDocument,
  type SuiteTest,
} from './groq-suite.ts';
import { refusal, startTestLake, type TestLake } from './test-lake.ts';

type SuiteRun = {
  asked: number;
  passedOverHttp: number;
  passedInProcess: number;
  /** What groq-js answers as expected and the lake does not. */
  fallenShort: string[];
};

/** Every so manieth test of the suite, by a lake of its own; null where the suite is not there. */
export async function runGroqSuite(step: number): Promise<SuiteRun | null> {
  const suite = readGroqSuite();
  if (!suite) return null;
  const lake = await startTestLake();
  try {
    return await runTests(
      lake,
      suite,
      suite.tests.filter((_, index) => index % step === 0),
    );
  } finally {
    await lake.end();
  }
}

/** Runs tests twice: by groq-js in this process, and over HTTP by a lake that was given the documents. */
async function runTests(
  lake: TestLake,
  { documents }: GroqSuite,
  tests: readonly SuiteTest[],
): Promise<SuiteRun> {
  const names = new Map<string, string>();
  for (const id of new Set(tests.map((test) => test.dataset._ref))) {
    const name = `suite-${names.size}`;
    names.set(id, name);
    await load(lake, name, documents.get(id) ?? []);
  }
  const run: SuiteRun = { asked: tests.length, passedOverHttp: 0, passedInProcess: 0, fallenShort: [] };
  for (const test of tests) {
    const own = documents.get(test.dataset._ref) ?? [];
    const hasPassedInProcess = isExpected(test, await answerInProcess(test, own), own);
    const answer = await answerOverHttp(lake, names.get(test.dataset._ref) ?? '', test);
    const hasPassedOverHttp = isExpected(test, answer, own);
    if (hasPassedInProcess) run.passedInProcess++;
    if (hasPassedOverHttp) run.passedOverHttp++;
    else if (hasPassedInProcess) run.fallenShort.push(`${test._id}: ${test.query}`);
  }
  return run;
}

async function load(lake: TestLake, name: string, documents: readonly SuiteDocument[]): Promise<void> {
  const client = lake.client({ dataset: name });
  await client.datasets.create(name, { aclMode: 'private' });
  if (documents.length === 0) return;
  const transaction = client.transaction();
  for (const document of documents) transaction.createOrReplace(document);
  await transaction.commit({ returnDocuments: false });
}

async function answerOverHttp(
  lake: TestLake,
  dataset: string,
  { query, params }: SuiteTest,
): Promise<Answer> {
  const client = lake.client({ dataset });
  const asked = client.fetch<unknown>(query, params ?? {}, { perspective: 'raw' });
  return asked.then(
    (result): Answer => ({ kind: 'result', result }),
    async () => ({ kind: 'refused', status: (await refusal(asked)).status }),
  );
}

/** Any refusal of the library counts as the 400 that a server makes of it. */
async function answerInProcess(
  { query, params }: SuiteTest,
  documents: readonly SuiteDocument[],
): Promise<Answer> {
  try {
    const tree = parse(query, { params: params ?? {} });
    const value = await evaluate(tree, { dataset: documents, params: params ?? {} });
    return { kind: 'result', result: await value.get() };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}
