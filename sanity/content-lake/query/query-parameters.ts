import type { Caller } from '../auth/caller.ts';
import { may } from '../auth/caller.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { isRecord, type JsonRecord } from '../dataset/document.ts';
import type { Perspective } from '../dataset/perspectives.ts';
import { View } from '../dataset/view.ts';
import { dataError } from '../http/lake-error.ts';

/** `$name` parameters of a URL: JSON values. */
export function groqParams(search: URLSearchParams): JsonRecord {
  const params: JsonRecord = {};
  for (const [name, value] of search) {
    if (!name.startsWith('$')) continue;
    try {
      params[name.slice(1)] = JSON.parse(value);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'unreadable';
      throw dataError(400, 'queryParseError', `Parameter ${name} is not valid JSON: ${reason}`);
    }
  }
  return params;
}

const empty = new View();

/** Without a token: nothing of a private dataset, of a public one what is published. */
export async function viewFor(dataset: Dataset, caller: Caller, perspective: Perspective): Promise<View> {
  const open = openPerspective(dataset, caller, perspective);
  return open ? dataset.perspectives.view(open) : empty;
}

/** Null when nothing is open to the caller. */
export function openPerspective(
  dataset: Dataset,
  caller: Caller,
  perspective: Perspective,
): Perspective | null {
  if (may(caller, 'read')) return perspective;
  return dataset.isPublic ? 'anonymous' : null;
}

const firstVersionWithPublished = '2025-02-19';

export function perspectiveOf(given: unknown, version: string): Perspective {
  const isNewer = version === 'X' || (version.length === 10 && version >= firstVersionWithPublished);
  const value = typeof given === 'string' ? given.split(',').filter((layer) => layer !== '') : given;
  const layers = Array.isArray(value) ? value.filter((layer) => typeof layer === 'string') : [];
  const [only, ...others] = layers;
  if (only === undefined) return isNewer ? 'published' : 'raw';
  if (others.length === 0 && (only === 'raw' || only === 'published')) return only;
  if (layers.includes('raw')) throw dataError(400, 'invalidPerspectiveError', '"raw" cannot be combined');
  const stack = layers.map((layer) => (layer === 'previewDrafts' ? 'drafts' : layer));
  if (stack.length > 16 || stack.some((layer) => !/^[a-zA-Z0-9_-]{1,64}$/.test(layer))) {
    throw dataError(400, 'invalidPerspectiveError', `Invalid perspective ${JSON.stringify(given)}`);
  }
  return stack;
}

export function asParams(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}
