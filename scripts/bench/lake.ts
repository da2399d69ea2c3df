import { evaluate, parse } from 'groq-js';
import sharp from 'sharp';
import { type ManyDocument, manyDocuments } from '../seed-many/many-documents.ts';
import { writeMany } from '../seed-many/write-many.ts';
import { lakeFolder, type RunningLake } from './a-running-lake.ts';
import { atMost, type Finding, found } from './finding.ts';
import { type Question, questions } from './lake-questions.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const times = 400;
const goals = { exponent: 0.1, siteMs: 2, startMs: 5_000, waitMs: 100 } as const;

/** The lake at three sizes, each question beside plain groq-js over the same documents and a bare ping. */
export async function benchLake(root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const costs = new Map<string, number[]>();
  for (const size of sizes) {
    const folder = lakeFolder(root);
    try {
      const seeding = await folder.start();
      await writeMany({ client: seeding.client, count: size, add: false, onProgress: () => undefined });
      await seeding.stop();
      const lake = await folder.start();
      const isLargest = size === sizes.at(-1);
      const start = lake.startedInMs;
      findings.push(
        isLargest ? atMost(`startMs${size}`, start, goals.startMs) : found(`startMs${size}`, start),
      );
      findings.push(...(await measureQuestions(lake, size, costs)), ...(await measureWrites(lake, size)));
      findings.push(found(`memoryMegabytes${size}`, lake.memoryMegabytes()));
      if (isLargest) {
        findings.push(...(await measureWaits(lake)));
        findings.push(found(`memoryMegabytesWithThread${size}`, lake.memoryMegabytes()));
      }
      await lake.stop();
    } finally {
      folder.remove();
    }
  }
  for (const [name, values] of costs)
    findings.push(atMost(`${name}Exponent`, exponent(values), goals.exponent));
  return findings;
}

async function measureQuestions(
  lake: RunningLake,
  size: number,
  costs: Map<string, number[]>,
): Promise<Finding[]> {
  const documents = [...manyDocuments(size)];
  const ping = await medianOf(() => lake.client.request({ url: '/ping' }));
  const findings = [found(`pingMs${size}`, ping)];
  for (const [name, question] of Object.entries(questions)) {
    const ask = () => lake.client.fetch(question.query, question.params);
    const startedAt = performance.now();
    await ask();
    findings.push(found(`${name}FirstMs${size}`, performance.now() - startedAt));
    const inLake = Math.max(await medianBeyond(() => lake.client.request({ url: '/ping' }), ask), 0.01);
    const plain = await plainMs(question, documents);
    findings.push(
      question.isAskedBySite
        ? atMost(`${name}Ms${size}`, inLake, goals.siteMs)
        : found(`${name}Ms${size}`, inLake),
      found(`${name}TimesFasterThanPlain${size}`, plain / inLake),
    );
    if (question.isAskedBySite || name.startsWith('nextPage'))
      costs.set(name, [...(costs.get(name) ?? []), inLake]);
  }
  return findings;
}

async function plainMs({ query, params }: Question, dataset: readonly ManyDocument[]): Promise<number> {
  const byId = new Map(dataset.map((document) => [document._id, document]));
  const startedAt = performance.now();
  const value = await evaluate(parse(query, { params }), {
    dataset,
    params,
    dereference: ({ _ref }) => byId.get(_ref),
  });
  await value.get();
  return performance.now() - startedAt;
}

async function measureWrites({ client }: RunningLake, size: number): Promise<Finding[]> {
  let number = 0;
  const create = () =>
    client.create({ _id: `bench-${number++}`, _type: 'topic', title: { en: 'x', es: 'x' } });
  const patch = () =>
    client
      .patch('many-article-777')
      .set({ editorNote: `${number++}` })
      .commit();
  const upload = async () => {
    const background = { r: number++ % 256, g: 90, b: 120 };
    const picture = sharp({ create: { width: 800, height: 500, channels: 3, background } });
    return client.assets.upload('image', await picture.jpeg().toBuffer(), { filename: 'bench.jpg' });
  };
  return [
    found(`createMs${size}`, await medianOf(create)),
    found(`patchMs${size}`, await medianOf(patch)),
    found(`uploadMs${size}`, await medianOf(upload, 10)),
  ];
}

/** How long a cheap question waited at most while each of these ran. */
async function measureWaits({ client, ask }: RunningLake): Promise<Finding[]> {
  const long = {
    Sort: '*[_type == "article"] | order(lower(headline) desc, section->title.en)[0...3]._id',
    FirstOrder: '*[_type == "article"] | order(standfirst asc)[0...3]._id',
    Match: 'count(*[_type == "article" && pt::text(body) match "nowhere"])',
    WholeAnswer: '*[_type == "article"][0...20000]',
    CrossProduct: 'count(*{"a": *{"b": *{"c": *[_id == ^._id]}}})',
    FirstAttribute: 'count(*[kind == "opinion"])',
    Intersection: 'array::intersects(*._id, *._rev)',
    ListOrder: '[...*._id] | order(@ desc)[0...3]',
    Membership: 'count(*[_id in *._id])',
    ManyPatterns: 'count(*[_id match *._id])',
    Score: '*[_type == "article"] | score(headline match "harbour*") | order(_score desc)[0...5]',
    Letters: 'count(string::split(array::join(*{"t": coalesce(headline, "")}.t, ""), ""))',
    Doubling: `{"a": [1, 2]}${'{"a": a + a}'.repeat(40)}{"n": count(a)}`,
  };
  const findings: Finding[] = [];
  for (const [name, query] of Object.entries(long)) {
    let isRunning = true;
    const begunAt = performance.now();
    const ended = ask(query).finally(() => {
      isRunning = false;
    });
    let longest = 0;
    while (isRunning) {
      const startedAt = performance.now();
      await client.fetch('*[_id == "many-article-1"]._id');
      longest = Math.max(longest, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await ended;
    findings.push(found(`tookMsOf${name}`, performance.now() - begunAt));
    findings.push(atMost(`longestWaitMsDuring${name}`, longest, goals.waitMs));
  }
  return findings;
}

/** How much longer one request takes than another, asked in turn so that both meet the same machine. */
async function medianBeyond(bare: () => Promise<unknown>, ask: () => Promise<unknown>): Promise<number> {
  const beyond: number[] = [];
  for (let time = 0; time < times; time++) beyond.push(-(await timeOf(bare)) + (await timeOf(ask)));
  return beyond.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await ask();
  return performance.now() - startedAt;
}

async function medianOf(ask: () => Promise<unknown>, count = times): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < count; time++) took.push(await timeOf(ask));
  return took.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

/** How cost grows with size: the slope of both logarithms between the smallest and the largest. */
function exponent(costs: readonly number[]): number {
  const [first = 1] = costs;
  const last = costs.at(-1) ?? 1;
  return Math.log(last / first) / Math.log(sizes[2] / sizes[0]);
}
