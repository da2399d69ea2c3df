import type { PromptMemory } from './prompt-rules.ts';

export const promptMemoryKey = 'prompt';
const cookieSeconds = 400 * 86_400;
const rememberedArticles = 50;

/** For browsers that keep neither storage nor cookies: lasts as long as the page. */
let lastResort: string | null = null;

export function recallPrompt(): PromptMemory {
  return parseMemory(readStored());
}

/** Stores what changed; another tab may have written since this one read. */
export function rememberPrompt(change: Partial<PromptMemory>): void {
  writeStored(JSON.stringify({ ...recallPrompt(), ...change }));
}

export function rememberArticle(path: string): void {
  const read = recallPrompt().read.filter((known) => known !== path);
  rememberPrompt({ read: [...read, path].slice(-rememberedArticles) });
}

export function parseMemory(stored: string | null): PromptMemory {
  const memory: PromptMemory = { shownAt: null, dismissals: 0, newsletterReader: false, read: [] };
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    if (typeof value !== 'object' || value === null) return memory;
    if ('shownAt' in value && typeof value.shownAt === 'number') memory.shownAt = value.shownAt;
    if ('dismissals' in value && typeof value.dismissals === 'number') memory.dismissals = value.dismissals;
    if ('newsletterReader' in value) memory.newsletterReader = value.newsletterReader === true;
    if ('read' in value && Array.isArray(value.read)) {
      memory.read = value.read.filter((path) => typeof path === 'string');
    }
    return memory;
  } catch {
    // Something else wrote under our key: as good as nothing remembered.
    return memory;
  }
}

/**
 * Storage, unless it refused the last write (private windows, a full quota): then a cookie, else this page's own
 * memory, which are newer than what storage still holds.
 */
function readStored(): string | null {
  const refused = cookieValue(promptMemoryKey) ?? lastResort;
  if (refused !== null) return refused;
  try {
    return window.localStorage.getItem(promptMemoryKey);
  } catch {
    return null;
  }
}

function writeStored(value: string): void {
  try {
    window.localStorage.setItem(promptMemoryKey, value);
    lastResort = null;
    if (cookieValue(promptMemoryKey) !== null) writeCookie(`${promptMemoryKey}=; Path=/; Max-Age=0`);
  } catch {
    lastResort = value;
    // The articles read would outgrow a cookie; what was dismissed must not be lost.
    const small = JSON.stringify({ ...parseMemory(value), read: parseMemory(value).read.slice(-5) });
    writeCookie(
      `${promptMemoryKey}=${encodeURIComponent(small)}; Path=/; Max-Age=${cookieSeconds}; SameSite=Lax`,
    );
  }
}

function writeCookie(cookie: string): void {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from browsers we serve
    document.cookie = cookie;
  } catch {
    // A sandboxed page may not keep cookies either; the page's own memory is all there is.
  }
}

export function cookieValue(name: string): string | null {
  try {
    const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
  } catch {
    return null;
  }
}
