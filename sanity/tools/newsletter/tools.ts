import type { AskDesk } from './ask-desk.ts';

/** What every part of the page may do: ask the site, and say that something was done, whereupon all is asked anew. */
export type Tools = { ask: AskDesk; tell: (words: string) => void };
