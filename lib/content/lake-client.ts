import { type ClientConfig, createClient, type SanityClient } from '@sanity/client';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { isDraft, noteLakeFailure } from '#lib/page-cache/response-status.ts';
import { isEditableText } from './editable-text.ts';

/** The lake gave no usable answer. Whether the asked document exists is unknown, so this is never a 404. */
export class LakeUnavailable extends Error {
  override name = 'LakeUnavailable';
}

/** A document is there but breaks the schema: its own page fails, lists go on without it. */
export class BadDocument extends Error {
  override name = 'BadDocument';
  readonly documentId: string;
  constructor(documentId: string, cause: unknown) {
    super(`The document ${documentId} breaks the schema.`, { cause });
    this.documentId = documentId;
  }

  /** Where in the document something is missing or wrong, as its fields are named. */
  get places(): string[] {
    if (!(this.cause instanceof z.ZodError)) return [];
    return [...new Set(this.cause.issues.map(({ path }) => path.join('.')))].filter(Boolean);
  }
}

const timeoutMs = 4_000;
const apiVersion = '2025-02-19';

let client: SanityClient | undefined;
let draftClient: SanityClient | undefined;

/** One switch between hosted Sanity (no SANITY_API_HOST) and any other host that speaks its API. */
export function lake(): SanityClient {
  if (client) return client;
  const { SANITY_API_HOST: apiHost, SANITY_PROJECT_ID: projectId, SANITY_DATASET: dataset } = config();
  const where: ClientConfig = apiHost ? { apiHost, useProjectHostname: false } : {};
  client = createClient({
    ...where,
    projectId,
    dataset,
    apiVersion,
    token: config().SANITY_API_READ_TOKEN,
    useCdn: false,
    perspective: 'published',
    maxRetries: 1,
    retryDelay: () => 150,
  });
  return client;
}

/** Answers as they will be once everything is published, each text with the place in Studio where it is written. */
function lakeWithDrafts(): SanityClient {
  draftClient ??= lake().withConfig({
    perspective: 'drafts',
    stega: { enabled: true, studioUrl: '/studio', filter: isEditableText },
  });
  return draftClient;
}

const rowSchema = z.array(z.looseObject({ id: z.string() }));
export type Row = z.infer<typeof rowSchema>[number];

/**
 * Asks a query whose answer is a list of projections with an `id`. An empty list is the only way to say "none":
 * null, HTML or anything else is a failing lake. No `cache` option on purpose: outside a cached getter the framework
 * then neither stores the answer nor makes the page dynamic. Drafts are for a page that is marked as showing them.
 */
export async function getRows(query: string, params: Record<string, unknown>): Promise<Row[]> {
  let answer: unknown;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    answer = isDraft()
      ? await lakeWithDrafts().fetch(query, params, { signal, cache: 'no-store' })
      : await lake().fetch(query, params, { signal });
  } catch (cause) {
    throw unavailable('The content lake does not answer.', cause);
  }
  const rows = rowSchema.safeParse(answer);
  if (!rows.success) throw unavailable('The content lake answered with something else.', rows.error);
  return rows.data;
}

/** For a page that cannot be made without the document: the dataset is not ready. */
export function unavailable(message: string, cause?: unknown): LakeUnavailable {
  noteLakeFailure();
  const error = new LakeUnavailable(message, { cause });
  log.error({ event: 'content.lake-unavailable', err: error });
  return error;
}

export function parseRow<T>(schema: z.ZodType<T>, row: Row): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw badDocument(row.id, parsed.error);
}

export function badDocument(id: string, cause: unknown): BadDocument {
  const error = new BadDocument(id, cause);
  log.error({ event: 'content.bad-document', id, err: error });
  return error;
}

/** Lists go on without a broken document. */
export function parseRows<T>(schema: z.ZodType<T>, rows: Row[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return [parsed.data];
    log.warn({ event: 'content.bad-document-skipped', id: row.id, problems: problemsOf(parsed.error) });
    return [];
  });
}

function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
