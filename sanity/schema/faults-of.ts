import { validateDocument } from '@sanity/validation';
import { compiledSchema } from './compiled-schema.ts';
import { clientOver, type RawDocument } from './documents-in-memory.ts';

/** What Studio would tell an editor about one document among others, as `path: message`. */
export async function faultsOf(document: RawDocument, among: RawDocument[]): Promise<string[]> {
  const ids = new Set(among.map(({ _id }) => _id));
  const { markers } = await validateDocument({
    document: { _createdAt: '', _updatedAt: '', _rev: '', ...document },
    schema: compiledSchema,
    client: clientOver(among),
    // Pictures of a seed are files until it is imported.
    getDocumentExists: async ({ id }) => ids.has(id) || id.startsWith('image-'),
  });
  return markers.map(({ path, message }) => {
    const steps = path.map((step) => (typeof step === 'object' ? JSON.stringify(step) : String(step)));
    return `${steps.join('.')}: ${message}`;
  });
}
