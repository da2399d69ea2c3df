import { createHash } from 'node:crypto';
import { frameSource } from '#lib/content/embed-player.ts';

/** CSP sources for what stands inside a page, without doubles: `'sha256-…'` each, and whose players it may frame. */
export type InlineHashes = {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly frames: readonly string[];
};

const element = /<(script|style)((?:\s[^>]*)?)>([\s\S]*?)<\/\1>/gi;
const hasSource = /\ssrc\s*=/i;
const typeOf = /\stype\s*=\s*["']?([^\s"'>]+)/i;
/** Browsers only execute these; other types, JSON-LD among them, are data and no matter of the policy. */
const executableTypes = new Set(['text/javascript', 'application/javascript', 'module', 'importmap']);

function source(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * Finds the inline scripts and styles of a page that React wrote. React escapes `<`, `>` and quotes in texts and
 * attributes, so every tag found is a tag.
 */
export function inlineHashes(html: string): InlineHashes {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, name, attributes = '', text = ''] of html.matchAll(element)) {
    if (name?.toLowerCase() === 'style') {
      styles.add(source(text));
      continue;
    }
    const type = typeOf.exec(attributes)?.[1]?.toLowerCase();
    if (hasSource.test(attributes) || (type && !executableTypes.has(type))) continue;
    scripts.add(source(text));
  }
  return { scripts: [...scripts], styles: [...styles], frames: framesOf(html) };
}

const player = /\sdata-player="([a-z-]+)"/g;

/** A page names the players that it may be asked for; whoever is not in the closed list is not framed. */
function framesOf(html: string): string[] {
  const sources = [...html.matchAll(player)].map(([, name = '']) => frameSource(name));
  return [...new Set(sources.filter((source) => source !== null))];
}
