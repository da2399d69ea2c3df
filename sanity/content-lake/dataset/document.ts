export type JsonRecord = { [key: string]: unknown };

export type LakeDocument = {
  _id: string;
  _type: string;
  _rev: string;
  _createdAt: string;
  _updatedAt: string;
  [attribute: string]: unknown;
};

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string';
}

const idPattern = /^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,127}$/;

export function isDocumentId(id: string): boolean {
  return idPattern.test(id) && !id.endsWith('.') && !id.includes('..');
}

/** drafts.x → x, versions.r1.x → x */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length);
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.');
  return id;
}

export function isPublishedId(id: string): boolean {
  return !id.startsWith('drafts.') && !id.startsWith('versions.');
}

/** The hosted API shows no document with a dot in its id to somebody without a token. */
export function isOpenToAnyone(id: string): boolean {
  return !id.includes('.');
}

export type Reference = { id: string; isStrong: boolean; isStrongOncePublished: boolean };

/** Every `_ref` at any depth; one that points to another dataset is never strong here. */
export function referencesIn(value: unknown, found: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found);
  } else if (isRecord(value)) {
    if (typeof value._ref === 'string') {
      const isElsewhere = value._dataset !== undefined || value._type === 'globalDocumentReference';
      const isStrong = value._weak !== true && !isElsewhere;
      const { _strengthenOnPublish: wish } = value;
      const isStrongOncePublished = isStrong || (isRecord(wish) && wish.weak !== true && !isElsewhere);
      found.push({ id: value._ref, isStrong, isStrongOncePublished });
    }
    for (const key in value) referencesIn(value[key], found);
  }
  return found;
}
