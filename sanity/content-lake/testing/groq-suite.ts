import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Sanity's public GROQ test suite lies beside the project where it is there at all: no copy is kept. */
const projectFolder = join(import.meta.dirname, '../../..');
const suiteFile = join(projectFolder, '../shared/groq-suite/suite.ndjson');

const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() });
const lineSchema = z.discriminatedUnion('_type', [
  z.object({ _type: z.literal('dataset'), _id: z.string(), documents: z.array(documentSchema) }),
  z.object({
    _type: z.literal('test'),
    _id: z.string(),
    name: z.string(),
    query: z.string(),
    params: z.record(z.string(), z.unknown()).nullish(),
    result: z.unknown(),
    valid: z.boolean(),
    features: z.array(z.string()).nullish(),
    dataset: z.object({ _ref: z.string() }),
  }),
]);
type Line = z.infer<typeof lineSchema>;
export type SuiteDocument = z.infer<typeof documentSchema>;
export type SuiteTest = Extract<Line, { _type: 'test' }>;
export type GroqSuite = { documents: ReadonlyMap<string, readonly SuiteDocument[]>; tests: SuiteTest[] };

/** A feature of the suite that is a draft of the language, in neither groq-js nor the hosted service. */
const unclaimedFeatures = ['customFunctions'];

/** Null where the suite is not there. */
export function readGroqSuite(): GroqSuite | null {
  if (!existsSync(suiteFile)) return null;
  const documents = new Map<string, readonly SuiteDocument[]>();
  const tests: SuiteTest[] = [];
  for (const line of readFileSync(suiteFile, 'utf8').split('\n')) {
    if (line === '') continue;
    const parsed = lineSchema.parse(JSON.parse(line));
    if (parsed._type === 'dataset') documents.set(parsed._id, parsed.documents);
    else if (!parsed.features?.some((feature) => unclaimedFeatures.includes(feature))) tests.push(parsed);
  }
  return { documents, tests };
}

export type Answer = { kind: 'result'; result: unknown } | { kind: 'refused'; status: number };

/** Whether the answer is what the suite expects; a test that is not valid expects a 400. */
export function isExpected(test: SuiteTest, answer: Answer, documents: readonly SuiteDocument[]): boolean {
  if (!test.valid) return answer.kind === 'refused' && answer.status === 400;
  if (answer.kind === 'refused') return false;
  return isDeepStrictEqual(comparable(answer.result, documents), comparable(test.result ?? null, documents));
}

const systemFields = ['_createdAt', '_updatedAt', '_rev'];

/** As plain JSON, without the fields that a lake adds, and with ranks where there were scores. */
function comparable(value: unknown, documents: readonly SuiteDocument[]): unknown {
  const added = systemFields.filter((field) => !documents.some((document) => field in document));
  const plain: unknown = JSON.parse(
    JSON.stringify(value ?? null, (key, field: unknown) => (added.includes(key) ? undefined : field)),
  );
  return rounded(withRanks(plain));
}

/** The suite names the order of scores and never their amount. */
function withRanks(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const scores = value.map(scoreOf);
  if (scores.includes(null)) return value;
  const ranked = [...new Set(scores)].sort((a, b) => (b ?? 0) - (a ?? 0));
  return value.map((item: object, index) => {
    const { _score, ...rest }: { _score?: unknown } = item;
    return { ...rest, _pos: ranked.indexOf(scores[index] ?? null) + 1 };
  });
}

function scoreOf(item: unknown): number | null {
  if (typeof item !== 'object' || item === null || !('_score' in item)) return null;
  return typeof item._score === 'number' ? item._score : null;
}

/** Sums of fractions differ in their last digit between machines. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(14));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, rounded(field)]));
}
