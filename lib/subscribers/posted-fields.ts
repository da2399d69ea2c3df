/** What arrived in a form's POST, or the status that says why it could not be read. */
export type PostedFields =
  | { kind: 'fields'; asJson: boolean; fields: Record<string, unknown> }
  | { kind: 'refused'; status: 400 | 413 | 415 };

const mostBytes = 16 * 1024;

/** Reads an HTML form or JSON. A field that comes twice becomes a list, which no schema of ours takes for one value. */
export async function readPostedFields(request: Request): Promise<PostedFields> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const body = await readBounded(request);
  if (body === null) return { kind: 'refused', status: 413 };
  try {
    switch (type) {
      case 'application/json':
        return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
      case 'application/x-www-form-urlencoded':
        return formFields(new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body)));
      case 'multipart/form-data': {
        const headers = { 'content-type': request.headers.get('content-type') ?? '' };
        return formFields(await new Response(body, { headers }).formData());
      }
      default:
        return { kind: 'refused', status: 415 };
    }
  } catch {
    // Whatever the parser disliked, the sender's body is malformed.
    return { kind: 'refused', status: 400 };
  }
}

function parseJson(text: string): PostedFields {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'refused', status: 400 };
  return { kind: 'fields', asJson: true, fields: { ...value } };
}

function formFields(form: URLSearchParams | FormData): PostedFields {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    fields[name] = values.length === 1 ? values[0] : values;
  }
  return { kind: 'fields', asJson: false, fields };
}

/** Null when there is more than a form can hold: a length that was announced wrongly counts, too. */
async function readBounded(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
