/** A body's value, or undefined when it is no JSON: the schema behind it says no to that as to anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
